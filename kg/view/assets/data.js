/* The data of the page, indexed once, and the state that all parts share. */
"use strict";

kg.read = (id) => JSON.parse(document.getElementById(id).textContent);

/* Letters without diacritics and case: "Đề án" is found by "de an". One letter stays one letter. */
kg.fold = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

kg.load = () => {
  const data = kg.read("kg-data");
  data.docs.forEach((doc, at) => {
    doc.at = at;
    doc.out = [];
    doc.into = [];
  });
  data.links.forEach((link, at) => {
    link.at = at;
    link.id = `link-${at}`;
    link.a = data.docs[link.from];
    link.b = data.docs[link.to];
    link.a.out.push(link);
    link.b.into.push(link);
  });
  kg.data = data;
  kg.byId = new Map(data.docs.map((doc) => [doc.id, doc]));
  const links = (doc) => doc.out.length + doc.into.length;
  kg.busiest = [...data.docs].sort((p, q) => links(q) - links(p) || p.at - q.at);
  kg.hiddenTypes = new Set();
  kg.hiddenRelations = new Set();
  kg.collapsed = new Set(); // documents whose branch is folded away
  kg.folded = new Set(); // the documents that are in such a branch
  kg.alone = null; // where only some documents are shown: those
  kg.open = null; // the document or link that the panel shows
  kg.near = null; // the documents that stay bright while one is open
  kg.bounds = kg.around(data.docs);
};

/* The rectangle that boxes fill. */
kg.around = (docs) => {
  const [w, h] = kg.data.box;
  if (!docs.length) return { left: 0, right: 1, top: 0, bottom: 1 };
  const found = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of docs) {
    found.left = Math.min(found.left, x - w / 2);
    found.right = Math.max(found.right, x + w / 2);
    found.top = Math.min(found.top, y - h / 2);
    found.bottom = Math.max(found.bottom, y + h / 2);
  }
  return found;
};

kg.docShown = (doc) =>
  !kg.hiddenTypes.has(doc.type) && !kg.folded.has(doc.at) && (kg.alone === null || kg.alone.has(doc.at));
kg.linkShown = (link) => !kg.hiddenRelations.has(link.is) && kg.docShown(link.a) && kg.docShown(link.b);

/* The element `tag` with properties and children. Text is only ever text: nothing here reads markup. */
kg.make = (tag, given = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") element.className = value;
    else if (key === "text") element.textContent = value;
    else if (key === "tint") element.style.setProperty("--c", `var(--fam-${value})`);
    else if (key === "click") element.addEventListener("click", value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

kg.draw = (tag, given = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
