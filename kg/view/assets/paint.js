/* Drawing: lanes and tiers, links, boxes. vis-network moves and zooms the paper; what stands on it is
   drawn here, so that links can run between the boxes and meet them at their sides. */
"use strict";

kg.HEAD = 30; // height of the strip with the names of the tiers, in pixels of the screen
kg.EDGE = 26; // width of the strip with the names of the lanes

kg.FAR = 0.32; // below this scale no label could be read in its box

/* Look of a link: width, dashes in units of the map, colour from the style sheet. */
kg.looks = {
  implements: { width: 2.4 }, guides: { width: 1.9 }, basedOn: { width: 1.5, dash: [7, 4] }, amends: { width: 1.9 },
  replaces: { width: 2.1 }, repeals: { width: 2.1, dash: [10, 3, 2, 3] }, suspends: { width: 1.9, dash: [10, 3, 2, 3] },
  corrects: { width: 1.5 }, consolidates: { width: 1.7 }, promulgates: { width: 1.9 }, approves: { width: 1.7, dash: [7, 4] },
  cites: { width: 0.9 },
};
kg.dashOf = (link) => (link.strength === "stated" ? kg.looks[link.is].dash || [] : [1.6, 4]);

kg.readTheme = () => {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  const theme = { font: value("--font"), fam: {}, rel: {}, tint: {}, far: {} };
  for (const name of ["paper", "ink", "quiet", "faint", "line", "line-strong", "box", "surface", "accent", "lane", "lane-party", "lane-front"]) {
    theme[name] = value(`--${name}`);
  }
  for (const name of ["law", "resolution", "decree", "decision", "directive", "circular", "plan", "guide", "report", "other"]) {
    theme.fam[name] = value(`--fam-${name}`);
    theme.tint[name] = kg.mixed(theme.fam[name], theme.box, 0.09);
    theme.far[name] = kg.mixed(theme.fam[name], theme.box, 0.26);
  }
  for (const name of Object.keys(kg.relations)) theme.rel[name] = value(`--rel-${name}`);
  kg.theme = theme;
};

kg.mixed = (a, b, share) => {
  const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const [p, q] = [parts(a), parts(b)];
  return `rgb(${p.map((n, at) => Math.round(n * share + q[at] * (1 - share))).join(" ")})`;
};

/* The ways of the links, with round corners, once for drawing and once for finding. */
kg.CORNER = 9;
kg.prepareLinks = () => {
  for (const link of kg.data.links) {
    const points = [];
    for (let at = 0; at < link.way.length; at += 2) points.push([link.way[at], link.way[at + 1]]);
    const path = new Path2D();
    path.moveTo(...points[0]);
    for (let at = 1; at + 1 < points.length; at += 1) {
      const [before, here, after] = points.slice(at - 1, at + 2);
      const reach = (other) => Math.abs(other[0] - here[0]) + Math.abs(other[1] - here[1]);
      path.arcTo(...here, ...after, Math.min(kg.CORNER, reach(before) / 2, reach(after) / 2));
    }
    path.lineTo(...points[points.length - 1]);
    const [x, y] = points[points.length - 1];
    link.points = points;
    link.path = path;
    link.tip = { x, y, toward: Math.sign(x - points[points.length - 2][0]) };
    const xs = points.map((p) => p[0]);
    const ys = points.map((p) => p[1]);
    link.area = [Math.min(...xs) - 8, Math.min(...ys) - 8, Math.max(...xs) + 8, Math.max(...ys) + 8];
  }
};

/* The link under a point of the map, the nearest first. */
kg.linkAt = (x, y, reach) => {
  let best = null;
  let least = reach * reach;
  for (const link of kg.data.links) {
    const [l, t, r, b] = link.area;
    if (x < l - reach || x > r + reach || y < t - reach || y > b + reach || !kg.linkShown(link)) continue;
    for (let at = 1; at < link.points.length; at += 1) {
      const [ax, ay] = link.points[at - 1];
      const [bx, by] = link.points[at];
      const size = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / size));
      const far = (x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2;
      if (far < least) {
        least = far;
        best = link;
      }
    }
  }
  return best;
};

kg.paintGround = (ctx) => {
  const { left, right } = kg.bounds;
  const theme = kg.theme;
  for (const [top, bottom, , , branch] of kg.data.lanes) {
    ctx.fillStyle = theme[{ party: "lane-party", front: "lane-front" }[branch] || "lane"];
    ctx.strokeStyle = theme.line;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.roundRect(left - 30, top - 7, right - left + 60, bottom - top + 14, 14);
    ctx.fill();
    ctx.stroke();
  }
  ctx.strokeStyle = theme.line;
  ctx.lineWidth = 1;
  ctx.setLineDash([2, 5]);
  const lanes = kg.data.lanes;
  for (let at = 1; at < kg.data.tiers.length; at += 1) {
    const x = (kg.data.tiers[at - 1][1] + kg.data.tiers[at][0]) / 2;
    ctx.beginPath();
    ctx.moveTo(x, lanes[0][0] - 7);
    ctx.lineTo(x, lanes[lanes.length - 1][1] + 7);
    ctx.stroke();
  }
  ctx.setLineDash([]);
};

kg.paintLink = (ctx, link, bright, scale) => {
  const theme = kg.theme;
  const look = kg.looks[link.is];
  const weak = link.strength !== "stated";
  const thick = Math.max(look.width, 0.7 / scale) * (bright === 2 ? 1.5 : 1);
  const plain = weak ? 0.6 : link.is === "cites" ? 0.75 : 0.82;
  const crowd = Math.min(1, Math.max(0.3, scale * 1.9)); // seen from far away, the boxes come before the lines
  ctx.globalAlpha = [0.1 * crowd, plain * crowd, 1][bright];
  ctx.strokeStyle = theme.rel[link.is];
  ctx.fillStyle = theme.rel[link.is];
  ctx.lineWidth = thick;
  ctx.lineCap = weak ? "round" : "butt";
  ctx.setLineDash(kg.dashOf(link));
  ctx.stroke(link.path);
  ctx.setLineDash([]);
  const { x, y, toward } = link.tip;
  const size = 5 + thick;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - toward * size * 1.25, y - size * 0.55);
  ctx.lineTo(x - toward * size * 1.25, y + size * 0.55);
  ctx.fill();
  ctx.globalAlpha = 1;
};

kg.paintLinks = (ctx, scale, view) => {
  const open = kg.open;
  const bright = [];
  for (const link of kg.data.links) {
    if (!kg.linkShown(link)) continue;
    const [l, t, r, b] = link.area;
    if (view && (r < view.left || l > view.right || b < view.top || t > view.bottom)) continue;
    const own = open !== null && (link === open || link.a === open || link.b === open);
    if (own || link === kg.over) bright.push(link);
    else kg.paintLink(ctx, link, open === null ? 1 : 0, scale);
  }
  for (const link of bright) kg.paintLink(ctx, link, 2, scale);
};

/* A line of text that fits: set tighter down to 86 %, then cut. Widths are measured once per size. */
kg.fitted = new Map();
kg.fitText = (ctx, text, size, weight, room) => {
  const key = `${weight} ${size.toFixed(1)} ${room} ${text}`;
  let found = kg.fitted.get(key);
  if (found === undefined) {
    const wide = (words) => ctx.measureText(words).width;
    found = text;
    if (wide(text) * 0.86 > room) {
      const letters = Array.from(text);
      let low = 0;
      let high = letters.length;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (wide(`${letters.slice(0, middle).join("").trimEnd()}…`) * 0.93 <= room) low = middle;
        else high = middle - 1;
      }
      found = `${letters.slice(0, low).join("").trimEnd()}…`;
    }
    kg.fitted.set(key, found);
  }
  return found;
};

kg.paintBox = (ctx, doc, x, y, scale, state) => {
  const theme = kg.theme;
  const [w, h] = kg.data.box;
  const left = x - w / 2;
  const top = y - h / 2;
  const colour = theme.fam[doc.family];
  const dim = kg.near !== null && !kg.near.has(doc.at);
  ctx.save();
  ctx.setLineDash([]);
  if (state.selected || state.cursor) {
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = Math.max(3, 2 / scale);
    ctx.beginPath();
    ctx.roundRect(left - 5, top - 5, w + 10, h + 10, 10);
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.roundRect(left, top, w, h, 6);
  ctx.fillStyle = theme.box;
  ctx.fill();
  ctx.globalAlpha = dim ? 0.28 : 1;
  if (state.hover) ctx.fillStyle = kg.mixed(colour, theme.box, 0.2);
  else ctx.fillStyle = scale < 0.3 ? theme.far[doc.family] : theme.tint[doc.family];
  ctx.fill();
  ctx.save();
  ctx.clip();
  ctx.fillStyle = colour;
  ctx.fillRect(left, top, 5, h);
  ctx.restore();
  const read = doc.status === "read";
  ctx.strokeStyle = colour;
  ctx.globalAlpha = (dim ? 0.28 : 1) * (read ? 1 : 0.62);
  ctx.lineWidth = read ? 2.2 : 1;
  if (doc.status === "unresolved") {
    ctx.globalAlpha = dim ? 0.28 : 0.9;
    ctx.lineWidth = 1.3;
    ctx.setLineDash([5, 3.5]);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = dim ? 0.32 : 1;
  if (kg.data.root === doc.at) {
    ctx.lineWidth = 1.4;
    ctx.strokeStyle = colour;
    ctx.beginPath();
    ctx.roundRect(left - 3.5, top - 3.5, w + 7, h + 7, 9);
    ctx.stroke();
  }
  kg.paintWords(ctx, doc, left + 13, top, w - 20, h, scale);
  if (kg.collapsed.has(doc.at)) kg.paintFolded(ctx, doc, left + w, top, scale);
  ctx.restore();
};

/* How many documents stand in the branch that is folded away behind a box. */
kg.paintFolded = (ctx, doc, x, y, scale) => {
  const size = Math.max(11, 9 / scale);
  const words = `+${kg.branchSize(doc)}`;
  ctx.font = `650 ${size}px ${kg.theme.font}`;
  const width = ctx.measureText(words).width + size;
  ctx.beginPath();
  ctx.roundRect(x - width + size / 2, y - size * 0.75, width, size * 1.5, size * 0.75);
  ctx.fillStyle = kg.theme.accent;
  ctx.fill();
  ctx.fillStyle = kg.theme.surface;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(words, x - width / 2 + size / 2, y);
};

/* A headline in one row, or in two where it would not fit: broken at a blank, or behind a slash or dash,
   in the middle if both halves fit then, otherwise where the first row is full. */
kg.rowsOf = (ctx, text, size, room) => {
  ctx.font = `600 ${size.toFixed(1)}px ${kg.theme.font}`;
  const wide = (words) => ctx.measureText(words).width * 0.86;
  if (wide(text) <= room) return [text];
  let full = null;
  let even = null;
  for (const match of text.matchAll(/[\s/-]/g)) {
    const rows = [text.slice(0, match.index + 1).trim(), text.slice(match.index + 1).trim()];
    if (!rows[0] || !rows[1] || wide(rows[0]) > room) continue;
    full = rows;
    if (wide(rows[1]) <= room && (even === null || wide(rows[1]) >= wide(rows[0]))) even = rows;
  }
  return even || full || [text];
};

/* Far away there is room for the headline only, but large; too far for that, see paintNames. */
kg.paintWords = (ctx, doc, left, top, room, h, scale) => {
  if (scale < kg.FAR) return;
  const theme = kg.theme;
  const one = scale < 0.62;
  const size = one ? Math.min(19, 10.5 / scale) : Math.min(16, Math.max(13, 10.8 / scale));
  const write = (text, px, weight, y, colour) => {
    ctx.font = `${weight} ${px.toFixed(1)}px ${theme.font}`;
    ctx.fillStyle = colour;
    const fit = kg.fitText(ctx, text, px, weight, room);
    ctx.fillText(fit, left, y, room);
  };
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  const head = doc.head[kg.lang];
  if (one) {
    const rows = kg.rowsOf(ctx, head, size, room);
    const px = rows.length > 1 ? Math.min(size, 17.5) : size;
    rows.forEach((row, at) => write(row, px, 600, top + h / 2 + 0.5 + (at - (rows.length - 1) / 2) * (px + 0.5), theme.ink));
    return;
  }
  write(head, size, 600, top + h * 0.34, theme.ink);
  // Whose it is tells more than the day: where both do not fit, the year has to do.
  const small = Math.min(13, Math.max(11, 9 / scale));
  ctx.font = `400 ${small.toFixed(1)}px ${theme.font}`;
  const fits = ctx.measureText(doc.below[kg.lang]).width * 0.86 <= room;
  write((fits ? doc.below : doc.brief)[kg.lang], small, 400, top + h * 0.73, theme.quiet);
};

/* From very far away: the names of the most linked documents, as many as stand clear of each other. */
kg.paintNames = (ctx, width, height, toX, toY) => {
  const theme = kg.theme;
  const taken = [];
  ctx.save();
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  ctx.font = `600 11px ${theme.font}`;
  for (const doc of kg.busiest) {
    if (taken.length >= 60) break;
    if (!kg.docShown(doc) || (kg.near !== null && !kg.near.has(doc.at))) continue;
    const [at, y] = [toX(doc.x), toY(doc.y)];
    if (at < kg.EDGE || at > width) continue;
    const text = kg.fitText(ctx, doc.head[kg.lang], 11, "600", 130);
    const half = ctx.measureText(text).width / 2 + 6;
    const x = Math.min(Math.max(at, kg.EDGE + half), width - half); // a long name at the edge moves inwards
    const box = [x - half, y - 9, x + half, y + 9];
    if (box[0] < kg.EDGE || box[1] < kg.HEAD || box[2] > width || box[3] > height) continue;
    if (taken.some(([l, t, r, b]) => box[0] < r + 4 && box[2] > l - 4 && box[1] < b + 3 && box[3] > t - 3)) continue;
    taken.push(box);
    ctx.beginPath();
    ctx.roundRect(box[0], box[1], box[2] - box[0], 18, 5);
    ctx.fillStyle = theme.surface;
    ctx.strokeStyle = theme.fam[doc.family];
    ctx.lineWidth = 1.4;
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = theme.ink;
    ctx.fillText(text, x, y + 0.5);
  }
  ctx.restore();
};

/* The names of tiers and lanes stay at the edge of the screen while the map moves below them. */
kg.paintFrame = (ctx, width, height, toX, toY) => {
  const theme = kg.theme;
  if (!kg.data.tiers.length) return;
  ctx.save();
  ctx.textBaseline = "middle";
  ctx.fillStyle = theme.surface;
  ctx.fillRect(0, 0, width, kg.HEAD);
  ctx.fillRect(0, kg.HEAD, kg.EDGE, height);
  ctx.fillStyle = theme.line;
  ctx.fillRect(0, kg.HEAD - 1, width, 1);
  ctx.fillRect(kg.EDGE - 1, kg.HEAD, 1, height);
  ctx.textAlign = "center";
  const tiers = kg.data.tiers;
  tiers.forEach(([start, end, ...names], at) => {
    const before = at ? (tiers[at - 1][1] + start) / 2 : start - 30;
    const after = at + 1 < tiers.length ? (end + tiers[at + 1][0]) / 2 : end + 30;
    const left = Math.max(kg.EDGE, toX(before));
    const right = Math.min(width, toX(after));
    if (at && toX(before) > kg.EDGE && toX(before) < width) {
      ctx.fillStyle = theme.line;
      ctx.fillRect(Math.round(toX(before)), 8, 1, kg.HEAD - 16);
    }
    const room = right - left - 14;
    if (room < 30) return;
    ctx.fillStyle = theme.quiet;
    ctx.font = `600 12px ${theme.font}`;
    const text = kg.fitText(ctx, names[kg.lang], 12, "600", Math.round(room));
    ctx.fillText(text, (left + right) / 2, kg.HEAD / 2, room);
  });
  for (const [start, end, ...names] of kg.data.lanes) {
    const top = Math.max(kg.HEAD, toY(start));
    const bottom = Math.min(height, toY(end));
    if (bottom - top < 52) continue; // no room for even the shortest name
    ctx.save();
    ctx.translate(kg.EDGE / 2, (top + bottom) / 2);
    ctx.rotate(-Math.PI / 2);
    ctx.fillStyle = theme.quiet;
    ctx.font = `600 12px ${theme.font}`;
    const text = kg.fitText(ctx, names[kg.lang], 12, "600", Math.round(bottom - top - 12));
    ctx.fillText(text, 0, 0.5, bottom - top - 8);
    ctx.restore();
  }
  ctx.restore();
};

/* The whole map on a canvas of its own: for saving and for printing. */
kg.picture = (most) => {
  const { left, right, top, bottom } = kg.bounds;
  const pad = 44;
  const wide = right - left + 2 * pad;
  const high = bottom - top + 2 * pad;
  const scale = Math.min(2, most / wide, most / high);
  const canvas = document.createElement("canvas");
  const ctx = canvas.getContext("2d");
  const legend = kg.legendPlaces(ctx, wide + kg.EDGE);
  canvas.width = Math.round((wide + kg.EDGE) * scale);
  canvas.height = Math.round((high + kg.HEAD + legend.height) * scale);
  ctx.fillStyle = kg.theme.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.setTransform(scale, 0, 0, scale, (kg.EDGE + pad - left) * scale, (kg.HEAD + pad - top) * scale);
  const [open, near] = [kg.open, kg.near];
  kg.open = kg.near = null;
  kg.paintGround(ctx);
  kg.paintLinks(ctx, scale, null);
  for (const doc of kg.data.docs) if (kg.docShown(doc)) kg.paintBox(ctx, doc, doc.x, doc.y, Math.max(scale, 0.9), {});
  [kg.open, kg.near] = [open, near];
  ctx.setTransform(scale, 0, 0, scale, 0, 0);
  const shift = (at, edge) => at + edge + pad;
  kg.paintFrame(ctx, wide + kg.EDGE, high + kg.HEAD, (x) => shift(x - left, kg.EDGE), (y) => shift(y - top, kg.HEAD));
  ctx.translate(0, high + kg.HEAD);
  kg.paintLegend(ctx, legend, wide + kg.EDGE);
  return canvas;
};

/* A saved picture explains itself: what its colours and lines mean stands below it. */
kg.legendPlaces = (ctx, width) => {
  const present = new Set(kg.data.links.map((link) => link.is));
  const things = [
    ...kg.data.types.map((type) => ({ family: type.family, text: type.name[kg.lang] })),
    ...Object.keys(kg.relations).filter((name) => present.has(name)).map((name) => ({ relation: name, text: kg.say(kg.relations[name].out) })),
  ];
  ctx.font = `400 14px ${kg.theme.font}`;
  let [x, y] = [kg.EDGE + 14, 28];
  for (const [at, thing] of things.entries()) {
    const room = ctx.measureText(thing.text).width + 66;
    const turn = at > 0 && thing.relation && things[at - 1].family;
    if (turn || (x + room > width - 14 && x > kg.EDGE + 14)) [x, y] = [kg.EDGE + 14, y + 28];
    [thing.x, thing.y] = [x, y];
    x += room;
  }
  return { things, height: things.length ? y + 28 : 0 };
};

kg.paintLegend = (ctx, legend, width) => {
  const theme = kg.theme;
  if (!legend.things.length) return;
  ctx.fillStyle = theme.surface;
  ctx.fillRect(0, 0, width, legend.height);
  ctx.fillStyle = theme.line;
  ctx.fillRect(0, 0, width, 1);
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  for (const { family, relation, text, x, y } of legend.things) {
    if (family) {
      ctx.fillStyle = theme.far[family];
      ctx.fillRect(x, y - 8, 28, 16);
      ctx.fillStyle = theme.fam[family];
      ctx.fillRect(x, y - 8, 5, 16);
    } else {
      const path = new Path2D();
      path.moveTo(x, y);
      path.lineTo(x + 24, y);
      kg.paintLink(ctx, { is: relation, strength: "stated", path, tip: { x: x + 30, y, toward: 1 } }, 1, 1);
    }
    ctx.font = `400 14px ${theme.font}`;
    ctx.fillStyle = theme.ink;
    ctx.fillText(text, x + 38, y + 0.5);
  }
};
