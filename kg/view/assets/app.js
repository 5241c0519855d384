/* Putting it together: the network, what a click and a key do, language, theme, picture, print. */
"use strict";

kg.announce = (text) => { document.getElementById("live").textContent = text; };

kg.narrow = () => window.innerWidth <= 760;

/* The part of the stage that nothing covers, in pixels from its upper left corner. */
kg.clear = () => {
  const stage = document.getElementById("mynetwork").getBoundingClientRect();
  const panel = document.getElementById("panel");
  const legend = document.getElementById("legend");
  const area = { left: kg.EDGE, top: kg.HEAD, right: stage.width, bottom: stage.height };
  const over = panel.hidden ? (kg.narrow() && !legend.hidden ? legend : null) : panel;
  if (over && kg.narrow()) area.bottom = Math.max(area.top + 80, over.getBoundingClientRect().top - stage.top);
  else if (over) area.right = Math.max(area.left + 80, over.getBoundingClientRect().left - stage.left);
  return { ...area, width: stage.width, height: stage.height };
};

/* Bring a point of the map to the middle of the clear part. */
kg.moveTo = (x, y, scale, animate) => {
  const area = kg.clear();
  const offset = { x: (area.left + area.right - area.width) / 2, y: (area.top + area.bottom - area.height) / 2 };
  const still = !animate || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  kg.network.moveTo({ position: { x, y }, scale, offset, animation: still ? false : { duration: 320, easingFunction: "easeInOutQuad" } });
};

/* What the map shows now: all of it, unless branches are folded away or some documents are alone. */
kg.extent = () => (kg.alone === null && !kg.folded.size ? kg.bounds : kg.around(kg.data.docs.filter(kg.docShown)));

kg.fitScale = () => {
  const area = kg.clear();
  const { left, right, top, bottom } = kg.extent();
  return Math.min(1.15, (area.right - area.left - 24) / (right - left + 44), (area.bottom - area.top - 20) / (bottom - top + 34));
};

kg.fit = (animate) => {
  const { left, right, top, bottom } = kg.extent();
  kg.moveTo((left + right) / 2, (top + bottom) / 2, kg.fitScale(), animate);
};

/* Go to a document: with all it is linked to if that can be read, otherwise to the document alone. */
kg.goTo = (doc) => {
  const area = kg.clear();
  const [w, h] = kg.data.box;
  const docs = [...(kg.near || [doc.at])].map((at) => kg.data.docs[at]);
  const [xs, ys] = [docs.map((d) => d.x), docs.map((d) => d.y)];
  const [left, right, top, bottom] = [Math.min(...xs) - w / 2, Math.max(...xs) + w / 2, Math.min(...ys) - h / 2, Math.max(...ys) + h / 2];
  const scale = Math.min(1, (area.right - area.left - 40) / (right - left), (area.bottom - area.top - 40) / (bottom - top));
  if (scale >= 0.5) kg.moveTo((left + right) / 2, (top + bottom) / 2, scale, true);
  else kg.moveTo(doc.x, doc.y, Math.max(kg.network.getScale(), 0.75), true);
};

/* At first everything, if its labels can be read; on a small screen the middle of the matter. */
kg.firstView = () => {
  const least = kg.narrow() ? 0.45 : 0.14;
  if (kg.fitScale() >= least || !kg.data.docs.length) return kg.fit(false);
  const doc = kg.data.root === null ? kg.busiest[0] : kg.data.docs[kg.data.root];
  kg.moveTo(doc.x, doc.y, 0.8, false);
};

kg.redraw = () => kg.network.redraw();

/* The address of a document's page, where the map belongs to a site that has pages. */
kg.pageOf = (doc, tail = "") => `${kg.data.pages}${encodeURIComponent(doc.id)}${tail}${kg.lang ? "?lang=en" : ""}`;

/* Open a document or a link in the panel; null closes it. */
kg.show = (thing, given = {}) => {
  if (kg.data.frame && thing !== null && !given.fromHash) {
    // In the frame of a document's page there is no room for a panel: a box leads to its own page.
    if (!thing.evidence) window.open(kg.pageOf(thing), "_top");
    return;
  }
  const before = kg.open;
  kg.open = thing;
  kg.near = null;
  if (thing !== null) {
    kg.near = new Set();
    if (thing.evidence) [thing.a, thing.b].forEach((doc) => kg.near.add(doc.at));
    else {
      kg.near.add(thing.at);
      for (const link of thing.out) if (kg.linkShown(link)) kg.near.add(link.to);
      for (const link of thing.into) if (kg.linkShown(link)) kg.near.add(link.from);
    }
  }
  if (thing !== null && !thing.evidence) {
    if (!kg.docShown(thing)) {
      kg.hiddenTypes.delete(thing.type);
      if (kg.folded.has(thing.at)) kg.collapsed.clear();
      if (kg.alone !== null) kg.alone.add(thing.at);
      kg.foldBranches();
      kg.applyFilters();
    }
    kg.network.selectNodes([thing.id], false);
    kg.cursor = thing;
    if (kg.narrow()) kg.setLegend(false);
  } else kg.network.unselectAll();
  kg.fillPanel();
  const hash = thing !== null && !thing.evidence ? `#${encodeURIComponent(thing.id)}` : "";
  if (!given.fromHash && decodeURIComponent(location.hash) !== decodeURIComponent(hash)) {
    // A step in the history for each document, so that "back" leads to the one before.
    // Inside a frame without an address of its own (a notebook) there is none.
    try {
      history[thing !== null ? "pushState" : "replaceState"](null, "", hash || location.pathname + location.search);
    } catch {
      kg.noHistory = true;
    }
  }
  if (thing !== null && !thing.evidence) {
    kg.announce(`${thing.kind[kg.lang]} ${thing.head[kg.lang]}`);
    if (given.centre || !kg.visible(thing)) kg.goTo(thing);
  }
  if (thing !== null && given.focus) document.getElementById("panel-title").focus({ preventScroll: true });
  if (thing === null && before !== null) document.getElementById("mynetwork").focus({ preventScroll: true });
  kg.redraw();
};

kg.visible = (doc) => {
  const area = kg.clear();
  const { x, y } = kg.network.canvasToDOM({ x: doc.x, y: doc.y });
  return x > area.left + 40 && x < area.right - 40 && y > area.top + 20 && y < area.bottom - 20;
};

kg.applyFilters = () => {
  kg.nodes.update(kg.data.docs.map((doc) => ({ id: doc.id, hidden: !kg.docShown(doc) })));
  kg.keepLegend();
};

kg.filtersChanged = () => {
  kg.applyFilters();
  if (kg.open !== null && (kg.open.evidence ? !kg.linkShown(kg.open) : !kg.docShown(kg.open))) kg.show(null);
  else if (kg.open !== null) kg.show(kg.open, { fromHash: true });
  kg.redraw();
};

kg.setLegend = (open) => {
  document.getElementById("legend").hidden = !open;
  document.getElementById("filters").setAttribute("aria-expanded", String(open));
};

kg.setLanguage = (lang) => {
  kg.lang = lang;
  document.documentElement.lang = lang ? "en" : "vi";
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = kg.say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-tip]")) {
    element.title = kg.say(element.dataset.tip);
    element.setAttribute("aria-label", element.title);
  }
  const switcher = document.getElementById("language");
  switcher.textContent = kg.narrow() ? ["EN", "VI"][lang] : kg.say("language");
  switcher.title = kg.say("languageTip");
  switcher.lang = lang ? "vi" : "en";
  document.getElementById("query").placeholder = kg.say(kg.narrow() ? "search" : "hint");
  const root = kg.data.root === null ? null : kg.data.docs[kg.data.root];
  const name = root ? root.head[lang] : kg.say("title");
  document.title = root ? `${name} · ${kg.say("title")}` : name;
  document.getElementById("name").replaceChildren(
    kg.make("b", { text: name, title: name }),
    kg.make("small", { text: kg.say("counts", kg.count(kg.data.docs.length), kg.count(kg.data.links.length)) }));
  const notice = document.getElementById("notice");
  const cut = kg.data.total > kg.data.docs.length;
  notice.hidden = !cut || kg.noticed === true;
  if (cut) notice.firstElementChild.textContent = kg.say(root ? "cutRoot" : "cut", kg.count(kg.data.docs.length), kg.count(kg.data.total));
  kg.fillLegend();
  kg.fillPanel();
  kg.findAgain();
  kg.redraw();
};

/* The nearest document in a direction, from the one the keyboard stands on. */
kg.step = (dx, dy) => {
  const here = kg.cursor || (kg.data.root === null ? null : kg.data.docs[kg.data.root]) || kg.data.docs.find(kg.docShown);
  if (!here) return;
  if (!kg.cursor) return kg.stand(here);
  let best = null;
  let least = Infinity;
  for (const doc of kg.data.docs) {
    const along = (doc.x - here.x) * dx + (doc.y - here.y) * dy;
    const aside = Math.abs((doc.x - here.x) * dy) + Math.abs((doc.y - here.y) * dx);
    if (along <= 1 || !kg.docShown(doc)) continue;
    const far = along + aside * 2.2;
    if (far < least) [best, least] = [doc, far];
  }
  if (best) kg.stand(best);
};

kg.stand = (doc) => {
  kg.cursor = doc;
  kg.announce(`${doc.kind[kg.lang]} ${doc.head[kg.lang]}, ${doc.below[kg.lang]}`);
  if (kg.open !== null) return kg.show(doc);
  if (!kg.visible(doc)) kg.moveTo(doc.x, doc.y, Math.max(kg.network.getScale(), 0.6), true);
  kg.redraw();
};

kg.keys = (event) => {
  const typing = event.target.closest("input, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("query").focus();
  } else if (event.key === "Escape") {
    if (kg.open !== null) kg.show(null);
    else if (kg.narrow()) kg.setLegend(false);
  } else if (event.target.id === "mynetwork") {
    const zoom = (by) => kg.moveTo(kg.network.getViewPosition().x, kg.network.getViewPosition().y, kg.network.getScale() * by, false);
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (moves[event.key]) kg.step(...moves[event.key]);
    else if (event.key === "Enter" && kg.cursor) kg.show(kg.cursor, { focus: true });
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") kg.fit(true);
    else if (event.key.toLowerCase() === "c" && kg.cursor) kg.toggleBranch(kg.cursor);
    else if (event.key.toLowerCase() === "n" && kg.cursor) kg.showNear(kg.cursor);
    else if (event.key.toLowerCase() === "a") kg.showAll();
    else return;
    event.preventDefault();
  }
};

kg.save = (blob, ending) => {
  const url = URL.createObjectURL(blob);
  const name = (kg.data.root === null ? "kg" : kg.data.docs[kg.data.root].id).slice(0, 80);
  kg.make("a", { href: url, download: `${name}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  kg.announce(kg.say("saved"));
};

kg.savePicture = () => kg.picture(8000).toBlob((blob) => kg.save(blob, "png"), "image/png");

kg.saveVector = () => {
  const text = new XMLSerializer().serializeToString(kg.svgPicture());
  kg.save(new Blob([text], { type: "image/svg+xml" }), "svg");
};

kg.makeNetwork = () => {
  const container = document.getElementById("mynetwork");
  const shape = ({ ctx, id, x, y, state }) => ({
    drawNode: () => {
      const doc = kg.byId.get(id);
      const cursor = kg.cursor === doc && document.activeElement === container;
      kg.paintBox(ctx, doc, x, y, kg.network.getScale(), { ...state, cursor });
    },
    nodeDimensions: { width: kg.data.box[0], height: kg.data.box[1] },
  });
  // The label that pyvis was given would only widen the place where a click counts; the box writes its own.
  const node = ({ label, ...given }) => ({ ...given, shape: "custom", ctxRenderer: shape });
  kg.nodes = new vis.DataSet(kg.read("kg-nodes").map(node));
  kg.edges = new vis.DataSet(kg.read("kg-edges"));
  kg.network = new vis.Network(container, { nodes: kg.nodes, edges: kg.edges }, kg.read("kg-options"));
  const { network } = kg;

  network.on("beforeDrawing", (ctx) => {
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const other = network.DOMtoCanvas({ x: container.clientWidth, y: container.clientHeight });
    kg.paintGround(ctx);
    kg.paintLinks(ctx, network.getScale(), { left: corner.x, top: corner.y, right: other.x, bottom: other.y });
  });
  network.on("afterDrawing", (ctx) => {
    const dense = ctx.canvas.width / container.clientWidth;
    ctx.save();
    ctx.setTransform(dense, 0, 0, dense, 0, 0);
    const view = [
      container.clientWidth, container.clientHeight,
      (x) => network.canvasToDOM({ x, y: 0 }).x, (y) => network.canvasToDOM({ x: 0, y }).y,
    ];
    if (network.getScale() < kg.FAR) kg.paintNames(ctx, ...view);
    kg.paintFrame(ctx, ...view);
    ctx.restore();
  });

  const under = (point) => kg.linkAt(point.x, point.y, Math.max(5, 7 / network.getScale()));
  network.on("selectNode", ({ nodes }) => kg.show(kg.byId.get(nodes[0])));
  network.on("click", ({ nodes, pointer }) => {
    if (nodes.length) return;
    const link = under(pointer.canvas);
    if (link) kg.show(link);
    else if (kg.open !== null) kg.show(null);
    if (kg.narrow()) kg.setLegend(false);
  });
  network.on("doubleClick", ({ nodes, pointer }) => {
    const doc = nodes.length ? kg.byId.get(nodes[0]) : null;
    if (doc) kg.moveTo(doc.x, doc.y, 1.1, true);
    else kg.moveTo(pointer.canvas.x, pointer.canvas.y, network.getScale() * 1.6, true);
  });
  network.on("zoom", ({ scale }) => {
    const held = Math.min(3, Math.max(Math.min(0.1, kg.fitScale() * 0.6), scale));
    if (held !== scale) network.moveTo({ scale: held });
  });

  let asked = false;
  let overBox = false;
  network.on("hoverNode", ({ node }) => {
    const doc = kg.byId.get(node);
    overBox = true;
    container.classList.add("over");
    container.title = [`${doc.kind[kg.lang]} ${doc.head[kg.lang]}`.trim(), doc.below[kg.lang], doc.title].filter(Boolean).join("\n");
  });
  network.on("blurNode", () => {
    overBox = false;
    container.classList.remove("over");
    container.title = "";
  });
  container.addEventListener("mousemove", (event) => {
    if (asked || event.buttons) return;
    asked = true;
    const { left, top } = container.getBoundingClientRect();
    requestAnimationFrame(() => {
      asked = false;
      const point = network.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top });
      const link = overBox ? null : under(point);
      if (link === kg.over) return;
      kg.over = link;
      container.classList.toggle("over", overBox || link !== null);
      container.title = link ? `${link.a.head[kg.lang]} → ${kg.say(kg.relations[link.is].out)} → ${link.b.head[kg.lang]}` : "";
      kg.redraw();
    });
  });
  container.addEventListener("focus", () => kg.redraw());
  container.addEventListener("blur", () => kg.redraw());
};

kg.startPrint = () => {
  const paper = document.getElementById("print");
  const light = window.matchMedia("(prefers-color-scheme: dark)");
  // Ink on white, whatever the screen shows.
  window.addEventListener("beforeprint", () => {
    document.documentElement.classList.add("printing");
    kg.readTheme();
    paper.replaceChildren(kg.picture(4000));
  });
  window.addEventListener("afterprint", () => {
    paper.replaceChildren();
    document.documentElement.classList.remove("printing");
    kg.readTheme();
    kg.redraw();
  });
  light.addEventListener("change", () => {
    kg.readTheme();
    kg.redraw();
  });
};

kg.fromHash = () => {
  let id = "";
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return; // a broken address names no document
  }
  const doc = kg.byId.get(id);
  if (doc !== kg.open && (doc || kg.open !== null)) kg.show(doc || null, { centre: true, fromHash: true });
};

kg.start = () => {
  kg.load();
  kg.over = null;
  kg.cursor = null;
  kg.prepareLinks();
  kg.readTheme();
  kg.prepareSearch();
  kg.startSearch();
  kg.setLegend(!kg.narrow() && !kg.data.frame);
  kg.makeNetwork();
  const wanted = { vi: 0, en: 1, auto: (navigator.language || "vi").toLowerCase().startsWith("vi") ? 0 : 1 };
  kg.setLanguage(wanted[kg.data.lang] || 0);
  document.getElementById("empty").hidden = kg.data.docs.length > 0;
  document.addEventListener("keydown", kg.keys);
  const on = (id, act) => document.getElementById(id).addEventListener("click", act);
  on("fit", () => kg.fit(true));
  on("save", kg.savePicture);
  on("save-svg", kg.saveVector);
  on("language", () => kg.setLanguage(1 - kg.lang));
  on("filters", () => {
    kg.setLegend(document.getElementById("legend").hidden);
    if (kg.narrow() && kg.open !== null) kg.show(null);
  });
  document.querySelector("#notice .link").addEventListener("click", () => {
    kg.noticed = true;
    document.getElementById("notice").hidden = true;
  });
  kg.startPrint();
  kg.firstView();
  window.addEventListener("hashchange", kg.fromHash);
  window.addEventListener("popstate", kg.fromHash);
  kg.fromHash();
  kg.ready = true;
  kg.readyAt = performance.now(); // milliseconds from the request to here
};

kg.start();
