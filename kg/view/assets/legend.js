/* The legend: what colours and lines mean, and which of them are shown. */
"use strict";

kg.legendRow = (key, hidden, sign, name, count, all) => {
  const pick = kg.make("button", {
    class: "pick", type: "button", "aria-pressed": String(!hidden.has(key)), "data-key": key, title: name,
    click: () => {
      if (hidden.has(key)) hidden.delete(key);
      else hidden.add(key);
      kg.filtersChanged();
    },
  }, sign, kg.make("span", { text: name }), kg.make("small", { text: kg.count(count) }));
  const only = kg.make("button", {
    class: "only", type: "button", text: kg.say("only"), "aria-label": kg.say("onlyTip", name),
    click: () => {
      hidden.clear();
      all.filter((other) => other !== key).forEach((other) => hidden.add(other));
      kg.filtersChanged();
    },
  });
  return kg.make("li", {}, pick, all.length > 1 ? only : null);
};

kg.fillLegend = () => {
  const types = kg.data.types.map((type) => type.key);
  document.getElementById("types").replaceChildren(...kg.data.types.map((type) =>
    kg.legendRow(type.key, kg.hiddenTypes, kg.make("i", { class: "swatch", tint: type.family }), type.name[kg.lang], type.count, types)));
  const counts = {};
  for (const link of kg.data.links) counts[link.is] = (counts[link.is] || 0) + 1;
  const relations = Object.keys(kg.relations).filter((relation) => counts[relation]);
  document.getElementById("relations").replaceChildren(...relations.map((relation) =>
    kg.legendRow(relation, kg.hiddenRelations, kg.lineOf(relation), kg.say(kg.relations[relation].out), counts[relation], relations)));
  kg.keepLegend();

  const box = (given) => kg.draw("svg", { viewBox: "0 0 26 16", "aria-hidden": "true" },
    kg.draw("rect", { x: 3, y: 2, width: 20, height: 12, rx: 3, fill: "none", stroke: "currentColor", ...given }));
  const signs = [
    [box({ "stroke-width": 2.4 }), "signRead"], [box({ "stroke-width": 1 }), "signCited"],
    [box({ "stroke-width": 1.3, "stroke-dasharray": "4 2.5" }), "signUnresolved"],
  ];
  if (kg.data.links.length) signs.push([kg.lineOf("implements"), "signArrow"]);
  if (kg.data.links.some((link) => link.strength !== "stated")) signs.push([kg.lineOf("implements", "heading"), "signWeak"]);
  document.getElementById("signs").replaceChildren(...signs.map(([sign, words]) => kg.make("li", {}, sign, kg.make("span", { text: kg.say(words) }))));
};

/* Pressed states without making the rows anew, so that the keyboard stays where it is. */
kg.keepLegend = () => {
  for (const [id, hidden] of [["types", kg.hiddenTypes], ["relations", kg.hiddenRelations]]) {
    for (const pick of document.querySelectorAll(`#${id} .pick`)) {
      pick.setAttribute("aria-pressed", String(!hidden.has(pick.dataset.key)));
    }
    const all = document.getElementById(`all-${id}`);
    all.hidden = hidden.size === 0;
    all.onclick = () => {
      hidden.clear();
      kg.filtersChanged();
    };
  }
};
