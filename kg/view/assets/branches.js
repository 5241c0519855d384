/* Less of the map: a branch folded away, a document with its neighbours alone, more of them step by step. */
"use strict";

/* What a document stands on: what it implements; if nothing, its other links; plain citations only if all are. */
kg.standsOn = (doc) => {
  if (!doc.stands) {
    const does = (fits) => doc.out.filter(fits);
    const [strong, telling] = [does((link) => link.is === "implements"), does((link) => link.is !== "cites")];
    doc.stands = strong.length ? strong : telling.length ? telling : doc.out;
  }
  return doc.stands;
};

/* What stands on a document and on nothing else that is shown goes with its branch. */
kg.foldBranches = () => {
  const gone = new Set();
  const falls = (doc) =>
    doc.at !== kg.data.root && !kg.collapsed.has(doc.at) && doc.out.length > 0 &&
    kg.standsOn(doc).every((link) => gone.has(link.to) || kg.collapsed.has(link.to));
  let edge = [...kg.collapsed].map((at) => kg.data.docs[at]);
  while (edge.length) {
    const next = [];
    for (const doc of edge) {
      for (const link of doc.into) {
        if (gone.has(link.from) || !falls(link.a)) continue;
        gone.add(link.from);
        next.push(link.a);
      }
    }
    edge = next;
  }
  kg.folded = gone;
};

/* How many documents the branch of a document would take away, or has taken. */
kg.branchSize = (doc) => {
  const [collapsed, folded] = [kg.collapsed, kg.folded];
  const without = new Set(collapsed);
  without.delete(doc.at);
  kg.collapsed = without;
  kg.foldBranches();
  const before = kg.folded.size;
  kg.collapsed = new Set([...without, doc.at]);
  kg.foldBranches();
  const size = kg.folded.size - before;
  [kg.collapsed, kg.folded] = [collapsed, folded];
  return size;
};

kg.mapChanged = () => {
  kg.foldBranches();
  kg.filtersChanged();
  kg.fit(true);
};

kg.toggleBranch = (doc) => {
  if (kg.collapsed.has(doc.at)) kg.collapsed.delete(doc.at);
  else if (kg.branchSize(doc) > 0) kg.collapsed.add(doc.at);
  else return kg.announce(kg.say("noBranch"));
  kg.announce(kg.say(kg.collapsed.has(doc.at) ? "collapsed" : "expanded", doc.head[kg.lang]));
  kg.mapChanged();
};

kg.neighbours = (doc) => [...doc.out.map((link) => link.to), ...doc.into.map((link) => link.from)];

/* Only this document and what it is linked to; where that is so already, the neighbours of another one too. */
kg.showNear = (doc) => {
  kg.alone = new Set([...(kg.alone || []), doc.at, ...kg.neighbours(doc)]);
  kg.mapChanged();
};

kg.showAll = () => {
  kg.alone = null;
  kg.collapsed.clear();
  kg.mapChanged();
};

/* What can be done with a document on the map, for its panel. */
kg.branchTools = (doc) => {
  const row = kg.make("p", { class: "pages acts" });
  const act = (words, click, ...values) => row.append(kg.make("button", { class: "link", type: "button", text: kg.say(words, ...values), click }));
  const size = kg.branchSize(doc);
  if (kg.collapsed.has(doc.at)) act("expand", () => kg.toggleBranch(doc), kg.count(size));
  else if (size) act("collapse", () => kg.toggleBranch(doc), kg.count(size));
  const hidden = kg.neighbours(doc).filter((at) => kg.alone !== null && !kg.alone.has(at)).length;
  if (kg.alone === null && kg.neighbours(doc).length) act("onlyNear", () => kg.showNear(doc));
  else if (hidden) act("addNear", () => kg.showNear(doc), kg.count(hidden));
  if (kg.alone !== null || kg.collapsed.size) act("showAll", kg.showAll);
  return row.childElementCount ? row : null;
};
