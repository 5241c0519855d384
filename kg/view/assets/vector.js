/* The map as SVG: the same picture as on the canvas, in lines and letters that stay sharp at any size. */
"use strict";

kg.svgPicture = () => {
  const docs = kg.data.docs.filter(kg.docShown);
  const { left, right, top, bottom } = kg.around(docs);
  const theme = kg.theme;
  const [w, h] = kg.data.box;
  const pad = 44;
  const [x0, y0] = [left - pad - kg.EDGE, top - pad - kg.HEAD];
  const [wide, high] = [right - left + 2 * pad + kg.EDGE, bottom - top + 2 * pad + kg.HEAD];
  const legend = kg.legendPlaces(document.createElement("canvas").getContext("2d"), wide);
  const svg = kg.draw("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `${x0} ${y0} ${wide} ${high + legend.height}`, width: wide, height: high + legend.height, "font-family": theme.font });
  const add = (tag, given, words) => {
    const element = kg.draw(tag, given);
    if (words !== undefined) element.textContent = words;
    svg.append(element);
    return element;
  };
  const measure = document.createElement("canvas").getContext("2d");
  const write = (words, x, y, size, weight, fill, room, more = {}) => {
    measure.font = `${weight} ${size}px ${theme.font}`;
    const fit = kg.fitText(measure, words, size, String(weight), room);
    const tight = measure.measureText(fit).width > room ? { textLength: room, lengthAdjust: "spacingAndGlyphs" } : {};
    add("text", { x, y, "font-size": size, "font-weight": weight, fill, "dominant-baseline": "central", ...tight, ...more }, fit);
  };
  add("title", {}, document.title);
  add("rect", { x: x0, y: y0, width: wide, height: high + legend.height, fill: theme.paper });
  for (const [start, end, , , branch] of kg.data.lanes) {
    add("rect", { x: left - 30, y: start - 7, width: right - left + 60, height: end - start + 14, rx: 14, fill: theme[{ party: "lane-party", front: "lane-front" }[branch] || "lane"], stroke: theme.line });
  }
  for (const [start, end, ...names] of kg.data.lanes) {
    const [x, y] = [x0 + kg.EDGE / 2, (start + end) / 2];
    if (end - start > 52) write(names[kg.lang], x, y, 12, 600, theme.quiet, end - start - 8, { "text-anchor": "middle", transform: `rotate(-90 ${x} ${y})` });
  }
  for (const [start, end, ...names] of kg.data.tiers) {
    write(names[kg.lang], (start + end) / 2, y0 + kg.HEAD / 2, 12, 600, theme.quiet, end - start, { "text-anchor": "middle" });
  }
  for (const link of kg.data.links.filter(kg.linkShown)) {
    const look = kg.looks[link.is];
    const colour = theme.rel[link.is];
    add("path", { d: kg.roundPath(link.points), fill: "none", stroke: colour, "stroke-width": look.width, "stroke-dasharray": kg.dashOf(link).join(" ") || "none", opacity: link.is === "cites" ? 0.75 : 0.85 });
    const { x, y, toward } = link.tip;
    const size = 5 + look.width;
    add("path", { d: `M${x} ${y}L${x - toward * size * 1.25} ${y - size * 0.55}V${y + size * 0.55}Z`, fill: colour });
  }
  for (const doc of docs) {
    const [x, y] = [doc.x - w / 2, doc.y - h / 2];
    const colour = theme.fam[doc.family];
    const read = doc.status === "read";
    const root = kg.data.root === doc.at;
    add("rect", { x, y, width: w, height: h, rx: 6, fill: theme.tint[doc.family], stroke: colour, "stroke-width": read ? 2.2 : 1, "stroke-dasharray": doc.status === "unresolved" ? "5 3.5" : "none" });
    add("rect", { x, y, width: 5, height: h, rx: 2, fill: colour });
    if (root) add("rect", { x: x - 3.5, y: y - 3.5, width: w + 7, height: h + 7, rx: 9, fill: "none", stroke: colour, "stroke-width": 1.4 });
    write(doc.head[kg.lang], x + 13, y + h * 0.34, 13, 600, theme.ink, w - 20);
    write(doc.brief[kg.lang], x + 13, y + h * 0.73, 11, 400, theme.quiet, w - 20);
  }
  for (const { family, relation, text, x, y } of legend.things) {
    const [lx, ly] = [x0 + x, y0 + high + y];
    if (family) {
      add("rect", { x: lx, y: ly - 8, width: 28, height: 16, fill: theme.far[family] });
      add("rect", { x: lx, y: ly - 8, width: 5, height: 16, fill: theme.fam[family] });
    } else {
      add("path", { d: `M${lx} ${ly}H${lx + 26}`, stroke: theme.rel[relation], "stroke-width": kg.looks[relation].width, "stroke-dasharray": (kg.looks[relation].dash || []).join(" ") || "none" });
      add("path", { d: `M${lx + 30} ${ly}l-8 -3.5v7z`, fill: theme.rel[relation] });
    }
    add("text", { x: lx + 38, y: ly, "font-size": 14, fill: theme.ink, "dominant-baseline": "central" }, text);
  }
  return svg;
};

/* A way with round corners in the letters of SVG. */
kg.roundPath = (points) => {
  let path = `M${points[0].join(" ")}`;
  for (let at = 1; at + 1 < points.length; at += 1) {
    const [before, here, after] = points.slice(at - 1, at + 2);
    const far = (other) => Math.abs(other[0] - here[0]) + Math.abs(other[1] - here[1]);
    const toward = (other, reach) => here.map((n, axis) => n + Math.sign(other[axis] - n) * reach).join(" ");
    const reach = Math.min(kg.CORNER, far(before) / 2, far(after) / 2);
    path += `L${toward(before, reach)}Q${here.join(" ")} ${toward(after, reach)}`;
  }
  return `${path}L${points[points.length - 1].join(" ")}`;
};
