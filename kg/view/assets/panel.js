/* The panel: what is known of a document or a link, and the sentences that say so. */
"use strict";

kg.FIRST = 8; // links of a kind that are shown at once
kg.AROUND = 150; // letters of a sentence that are shown before and after the mention

/* A short line in the look of a link, for legend and panel. */
kg.lineOf = (relation, strength) => {
  const look = kg.looks[relation];
  const colour = `var(--rel-${relation})`;
  const dash = strength && strength !== "stated" ? "1.6 4" : (look.dash || []).join(" ");
  const line = kg.draw("path", { d: "M1 6H20", fill: "none", "stroke-width": look.width, "stroke-dasharray": dash || "none" });
  const tip = kg.draw("path", { d: "M26 6l-7-3.4v6.8z" });
  line.style.stroke = colour;
  tip.style.fill = colour;
  return kg.draw("svg", { class: "line", viewBox: "0 0 27 12", "aria-hidden": "true" }, line, tip);
};

/* A sentence with the mention marked and the cue underlined. Offsets count code points. */
kg.quote = (proof) => {
  const letters = Array.from(kg.data.sentences[proof.in][1]);
  const [start, end] = proof.span;
  const quote = kg.make("blockquote");
  const cut = (whole) => {
    let from = 0;
    let to = letters.length;
    if (!whole) {
      if (start > kg.AROUND * 1.3) from = letters.indexOf(" ", start - kg.AROUND) + 1 || start - kg.AROUND;
      if (from > start) from = start;
      if (to - end > kg.AROUND * 1.3) {
        to = letters.lastIndexOf(" ", end + kg.AROUND);
        if (to < end) to = end + kg.AROUND;
      }
    }
    const before = letters.slice(from, start).join("");
    const after = letters.slice(end, to).join("");
    const head = kg.underlined(before, proof.cue, true);
    quote.replaceChildren(
      ...(from > 0 ? ["… "] : []), ...head.nodes,
      kg.make("mark", { text: letters.slice(start, end).join("") }),
      ...(head.found ? [after] : kg.underlined(after, proof.cue, false).nodes),
    );
    if (from > 0 || to < letters.length) {
      if (to < letters.length) quote.append(" …");
      quote.append(" ", kg.make("button", { class: "link", type: "button", text: kg.say("whole"), click: () => cut(true) }));
    }
  };
  cut(false);
  return quote;
};

kg.underlined = (text, cue, last) => {
  const low = text.toLowerCase();
  const wanted = (cue || "").toLowerCase();
  const at = !wanted || low.length !== text.length ? -1 : last ? low.lastIndexOf(wanted) : low.indexOf(wanted);
  if (at < 0) return { nodes: [text], found: false };
  return {
    found: true,
    nodes: [text.slice(0, at), kg.make("u", { text: text.slice(at, at + wanted.length) }), text.slice(at + wanted.length)],
  };
};

kg.proof = (proof) => {
  const words = [
    kg.data.sentences[proof.in][0],
    proof.cue ? kg.say("cue", proof.cue) : "",
    kg.say(kg.words.strength[proof.strength]),
    proof.parts ? kg.say("parts", proof.parts[kg.lang]) : "",
    proof.partial && !proof.parts ? kg.say("partial") : "",
    kg.say("sure", kg.share(proof.sure)),
  ];
  return kg.make("div", { class: "proof" }, kg.quote(proof),
    kg.make("footer", { text: words.filter(Boolean).join(" · "), title: proof.rule ? `${kg.say("rule")}: ${proof.rule}` : null }));
};

/* The sentences of a link: the strongest at once, the others on request. */
kg.proofs = (link) => {
  const all = link.evidence.map((proof) => () => kg.proof(proof));
  const found = all.slice(0, 1).map((make) => make());
  const rest = all.slice(1);
  const more = link.more ? kg.make("p", { class: "sub", text: kg.say("moreEvidence", kg.count(link.more)) }) : null;
  if (rest.length) {
    found.push(kg.make("button", {
      class: "link more", type: "button", text: kg.say("moreProof", kg.count(rest.length)),
      click: (event) => event.currentTarget.replaceWith(...rest.map((make) => make()), ...(more ? [more] : [])),
    }));
  } else if (more) found.push(more);
  return found;
};

kg.toDocument = (doc, link) =>
  kg.make("button", { class: "go", type: "button", tint: doc.family, click: () => kg.show(doc, { centre: true, focus: true }) },
    kg.make("i"), kg.make("b", { text: doc.head[kg.lang] }),
    link ? kg.make("small", { text: kg.share(link.sure), title: kg.say("sureTip") }) : null);

kg.subline = (doc) => {
  const text = [doc.below[kg.lang], doc.title].filter(Boolean).join(" · ");
  return text ? kg.make("p", { class: "sub", text, title: text }) : null;
};

/* The links of a document in one direction, by relation. */
kg.linkGroups = (doc, way) => {
  const [links, end] = way === "out" ? [doc.out, "b"] : [doc.into, "a"];
  const section = kg.make("section", { class: `links ${way}` }, kg.make("h3", { text: kg.say(way === "out" ? "outgoing" : "incoming") }));
  for (const relation of Object.keys(kg.relations)) {
    const group = links.filter((link) => link.is === relation && kg.linkShown(link));
    if (!group.length) continue;
    group.sort((p, q) => q[end].iso.localeCompare(p[end].iso) || p.at - q.at);
    const list = kg.make("ul");
    const add = (some) => some.forEach((link) => list.append(
      kg.make("li", { class: "one" }, kg.toDocument(link[end], link), kg.subline(link[end]), ...kg.proofs(link))));
    add(group.slice(0, kg.FIRST));
    section.append(
      kg.make("h4", {}, kg.lineOf(relation), kg.make("span", { text: kg.say(kg.relations[relation][way]) }),
        kg.make("small", { text: kg.count(group.length) })),
      list);
    const rest = group.slice(kg.FIRST);
    if (rest.length) {
      section.append(kg.make("button", {
        class: "link more", type: "button", text: kg.say("moreLinks", kg.count(rest.length)),
        click: (event) => { add(rest); event.currentTarget.remove(); },
      }));
    }
  }
  return section.childElementCount > 1 ? section : null;
};

kg.facts = (doc) => {
  const rows = [
    ["number", doc.number], ["date", doc.date[kg.lang]], ["body", doc.body[kg.lang]],
    ["place", doc.place && !doc.body[0].includes(doc.place) ? doc.place : ""],
  ];
  const list = kg.make("dl", { class: "facts" });
  const row = (name, ...content) => list.append(kg.make("dt", { text: kg.say(name) }), kg.make("dd", {}, ...content));
  for (const [name, text] of rows) if (text || name !== "place") row(name, text || kg.make("span", { class: "sub", text: kg.say("unknown") }));
  row("status", kg.make("span", { class: `state ${doc.status}`, text: kg.say(kg.words.states[doc.status]) }));
  if (doc.source) row("source", doc.source);
  if (doc.mentions) row("mentions", kg.count(doc.mentions));
  row("id", kg.make("span", { class: "sub id", text: doc.id }));
  return list;
};

/* What later documents did to this one: the first thing an official has to know. */
kg.fate = (doc) => {
  const list = kg.make("ul");
  for (const relation of ["replaces", "repeals", "suspends", "amends"]) {
    for (const link of doc.into.filter((one) => one.is === relation)) {
      list.append(kg.make("li", {}, `${kg.say(kg.words.flags[relation])} ${kg.say("by")} `,
        kg.make("button", { class: "link", type: "button", text: link.a.head[kg.lang], click: () => kg.show(link.a, { centre: true, focus: true }) }),
        link.a.date[kg.lang] ? ` (${link.a.date[kg.lang]})` : ""));
    }
  }
  return list.childElementCount ? kg.make("div", { class: "flag fate" }, list) : null;
};

kg.disputes = (doc) => {
  if (!doc.conflicts.length) return null;
  return kg.make("div", { class: "flag conflicts" },
    kg.make("h3", { text: kg.say("conflicts"), title: kg.say("mostFirst") }),
    kg.make("ul", {}, ...doc.conflicts.map((one) =>
      kg.make("li", {}, `${kg.say(kg.words.disputed[one.field] || [one.field, one.field])}: `,
        kg.make("b", { text: one.values.map((value) => value[kg.lang]).join(kg.lang ? " or " : " hoặc ") }),
        one.sources.length ? kg.make("small", { text: ` ${kg.say("inSources", one.sources.join(", "))}` }) : null))));
};

kg.candidates = (doc) => {
  if (!doc.candidates.length) return null;
  return kg.make("div", { class: "flag candidates" }, kg.make("h3", { text: kg.say("candidates") }),
    kg.make("ul", {}, ...doc.candidates.map(([id, head]) => {
      const other = kg.byId.get(id);
      return kg.make("li", {}, other
        ? kg.make("button", { class: "link", type: "button", text: `${head} · ${other.below[kg.lang]}`, click: () => kg.show(other, { centre: true, focus: true }) })
        : head);
    })));
};

kg.panelOf = (thing) => {
  const close = kg.make("button", { class: "close", type: "button", "aria-label": kg.say("close"), title: `${kg.say("close")} (Esc)`, click: () => kg.show(null) },
    kg.draw("svg", { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" }, kg.draw("path", { d: "M5 5l10 10M15 5L5 15" })));
  const title = (text) => kg.make("h2", { id: "panel-title", tabindex: "-1", text });
  if (thing.evidence) {
    const relation = kg.relations[thing.is];
    return [
      kg.make("div", { class: "head" }, kg.make("p", { class: "kind", text: kg.say("link") }), title(kg.say(relation.out)), close),
      kg.make("div", { class: "body link-body" },
        kg.make("div", { class: "pair" },
          kg.make("div", {}, kg.toDocument(thing.a), kg.subline(thing.a)),
          kg.make("p", { class: "arrow" }, kg.lineOf(thing.is, thing.strength), kg.say(relation.out), kg.make("small", { class: "sub", text: kg.say("sure", kg.share(thing.sure)) })),
          kg.make("div", {}, kg.toDocument(thing.b), kg.subline(thing.b))),
        ...thing.evidence.map(kg.proof),
        thing.more ? kg.make("p", { class: "sub", text: kg.say("moreEvidence", kg.count(thing.more)) }) : null),
    ];
  }
  const doc = thing;
  const hidden = [...doc.out, ...doc.into].filter((link) => !kg.linkShown(link)).length;
  const groups = [kg.linkGroups(doc, "out"), kg.linkGroups(doc, "into")].filter(Boolean);
  const note = (text) => kg.make("p", { class: "more sub", text });
  return [
    kg.make("div", { class: "head" }, kg.make("p", { class: "kind", text: doc.kind[kg.lang] || kg.data.types.find((t) => t.key === doc.type).name[kg.lang] }), title(doc.head[kg.lang]), close),
    kg.make("div", { class: "body" },
      doc.title && doc.title !== doc.head[0] ? kg.make("p", { class: "about", text: doc.title.charAt(0).toUpperCase() + doc.title.slice(1) }) : null,
      kg.data.pages ? kg.make("p", { class: "pages" }, kg.make("a", { href: kg.pageOf(doc), text: kg.say("openPage") }), kg.make("a", { href: kg.pageOf(doc, "/map"), text: kg.say("asRoot") })) : null,
      kg.branchTools(doc), kg.facts(doc), kg.fate(doc), kg.disputes(doc), kg.candidates(doc), ...groups,
      groups.length || hidden ? null : note(kg.say("lonely")),
      hidden ? note(kg.say("filtered", kg.count(hidden))) : null,
      doc.outside ? note(kg.say("outside", kg.count(doc.outside))) : null),
  ];
};

kg.fillPanel = () => {
  const panel = document.getElementById("panel");
  const thing = kg.open;
  panel.hidden = thing === null;
  panel.replaceChildren(...(thing === null ? [] : kg.panelOf(thing)));
  if (thing === null || thing.evidence) panel.style.removeProperty("--c");
  else panel.style.setProperty("--c", `var(--fam-${thing.family})`);
  panel.scrollTop = 0;
};
