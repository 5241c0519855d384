"use strict";
const wide = matchMedia("(min-width: 60.01rem)");
const all = (where, what) => [...where.querySelectorAll(what)];

function marks(number) { return all(document, `mark[data-n~="${number}"]`); }

// Beside the text each card stands as near to its words as those above it allow.
function place() {
  for (const list of all(document, ".cards")) {
    list.classList.toggle("beside", wide.matches);
    list.style.height = "";
    if (!wide.matches) { for (const card of list.children) card.style.top = ""; continue; }
    const top = list.getBoundingClientRect().top;
    let free = 0;
    for (const card of list.children) {
      if (card.hidden) continue;
      const mark = marks(card.dataset.n)[0];
      const wanted = mark ? mark.getBoundingClientRect().top - top : free;
      const at = Math.max(wanted, free);
      card.style.top = `${at}px`;
      free = at + card.offsetHeight + 8;
    }
    list.style.height = `${free}px`;
  }
}

function show(number, from) {
  for (const one of all(document, ".on")) one.classList.remove("on");
  const card = document.getElementById(`c${number}`);
  for (const one of [card, ...marks(number)]) one.classList.add("on");
  const other = from === card ? marks(number)[0] : card;
  const box = other.getBoundingClientRect();
  if (box.top < 80 || box.bottom > innerHeight) other.scrollIntoView({ block: "center" });
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark:not(.off)");
  const card = event.target.closest(".cards > li");
  if (mark) show(mark.dataset.n.split(" ").filter((n) => !document.getElementById(`c${n}`).hidden).pop(), mark);
  else if (card && !event.target.closest("details")) show(card.dataset.n, card);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".cards > li")) show(event.target.dataset.n, event.target);
});
document.addEventListener("toggle", place, true);
document.addEventListener("change", () => {
  const shown = new Set(all(document, "fieldset input:checked").map((box) => box.value));
  for (const card of all(document, ".cards > li")) card.hidden = !shown.has(card.dataset.severity);
  for (const mark of all(document, "mark")) {
    const live = mark.dataset.n.split(" ").some((n) => !document.getElementById(`c${n}`).hidden);
    mark.classList.toggle("off", !live);
  }
  place();
});
addEventListener("resize", place);
document.fonts.ready.then(place);
place();
