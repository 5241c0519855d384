/* Finding a document by number, title, body or date, with or without diacritics. */
"use strict";

kg.SUGGESTIONS = 12;

/* What a document can be found by, made once: as printed in lower case, and folded. */
kg.prepareSearch = () => {
  for (const doc of kg.data.docs) {
    const words = [...doc.kind, doc.number, doc.title, ...doc.body, ...doc.head, doc.below[0], doc.place, doc.iso, doc.id];
    doc.printed = words.join(" \u0001 ").normalize("NFC").toLowerCase();
    doc.folded = kg.fold(doc.printed);
    doc.key = kg.fold(doc.number).replace(/[\s–]/g, "");
  }
};

/* Documents for words, best first: the number itself, a number that starts so, then every word somewhere.
   Words typed with diacritics also find texts without them, but a hit letter by letter comes first,
   as does one in which more of the words stand together. */
kg.searchFor = (words) => {
  const printed = words.normalize("NFC").toLowerCase().trim();
  const folded = kg.fold(printed).replace(/\bso\s+(?=\d)/g, "");
  const parts = folded.split(/\s+/).filter(Boolean);
  if (!parts.length) return [];
  const number = folded.replace(/\s/g, "");
  const found = [];
  for (const doc of kg.data.docs) {
    if (!parts.every((part) => doc.folded.includes(part))) continue;
    let rank = 5;
    if (doc.key && doc.key === number) rank = 0;
    else if (doc.key && parts.some((part) => /\d/.test(part) && doc.key === part)) rank = 1;
    else if (doc.key && parts.some((part) => /\d/.test(part) && doc.key.startsWith(part))) rank = 2;
    else if (kg.fold(doc.head[kg.lang]).startsWith(folded) || kg.fold(doc.title).startsWith(folded)) rank = 3;
    else if (doc.folded.includes(folded)) rank = 4;
    const exact = printed.split(/\s+/).every((part) => doc.printed.includes(part)) ? 0 : 1;
    const together = parts.filter((part, at) => at && doc.folded.includes(`${parts[at - 1]} ${part}`)).length;
    found.push([rank, -together, exact, -(doc.out.length + doc.into.length), doc.at, doc]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || a[4] - b[4]);
  return found.map((row) => row[5]);
};

kg.startSearch = () => {
  const box = document.getElementById("search");
  const input = document.getElementById("query");
  const list = document.getElementById("found");
  let docs = [];
  let at = -1;

  const mark = (next) => {
    at = next;
    [...list.children].forEach((item, n) => {
      if (item.role !== "option") return;
      item.setAttribute("aria-selected", String(n === at));
      if (n === at) item.scrollIntoView({ block: "nearest" });
    });
    if (at >= 0) input.setAttribute("aria-activedescendant", `found-${at}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const go = (doc) => {
    close();
    input.value = "";
    input.blur();
    kg.show(doc, { centre: true, focus: true });
  };
  const update = () => {
    const all = kg.searchFor(input.value);
    docs = all.slice(0, kg.SUGGESTIONS);
    list.replaceChildren(
      ...docs.map((doc, n) =>
        kg.make("li", { id: `found-${n}`, role: "option", tint: doc.family, "aria-selected": "false", click: () => go(doc) },
          kg.make("i"), kg.make("b", { text: doc.head[kg.lang] }),
          kg.make("span", { text: [doc.below[kg.lang], doc.title].filter(Boolean).join(" · ") }))),
    );
    if (!input.value.trim()) return close();
    if (!docs.length) list.append(kg.make("li", { class: "none", text: kg.say("none") }));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(docs.length ? 0 : -1);
    kg.announce(docs.length ? kg.say("found", kg.count(all.length)) : kg.say("none"));
  };

  input.addEventListener("input", update);
  input.addEventListener("focus", () => input.value.trim() && update());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // a Vietnamese keyboard is still putting the letter together
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (docs.length) mark((at + (event.key === "ArrowDown" ? 1 : docs.length - 1)) % docs.length);
    } else if (event.key === "Enter" && docs[Math.max(0, at)]) {
      event.preventDefault();
      go(docs[Math.max(0, at)]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (!list.hidden) close();
      else input.blur();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("pointerdown", (event) => box.contains(event.target) || close());
  kg.findAgain = () => list.hidden || update();
};
