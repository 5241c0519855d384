/* Suggestions while typing, and small comforts; every page works without it. */
"use strict";

{
  const english = document.documentElement.lang === "en";
  const at = english ? "en" : "vi";
  const withLanguage = (address) => (english ? `${address}?lang=en` : address);

  /* An element with properties and children. Text is only ever text: nothing here reads markup. */
  const make = (tag, given = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) {
      if (name === "text") element.textContent = value;
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };
  const announce = (text) => { document.getElementById("live").textContent = text; };

  const suggestTo = (form, number) => {
    const input = form.elements.q;
    const id = `suggestions-${number}`;
    const list = make("ul", { class: "suggestions", id, role: "listbox", "aria-label": input.getAttribute("aria-label"), hidden: "" });
    form.append(list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list" })) {
      input.setAttribute(name, value);
    }
    let documents = [];
    let marked = -1;
    let asking = null;
    let timer = 0;

    const mark = (next) => {
      marked = next;
      [...list.children].forEach((item, n) => {
        item.setAttribute("aria-selected", String(n === marked));
        if (n === marked) item.scrollIntoView({ block: "nearest" });
      });
      if (marked >= 0) input.setAttribute("aria-activedescendant", `${id}-${marked}`);
      else input.removeAttribute("aria-activedescendant");
    };
    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      mark(-1);
    };
    const go = (one) => { location.href = withLanguage(`/doc/${encodeURIComponent(one.id)}`); };
    const show = (found) => {
      documents = found;
      list.replaceChildren(...documents.map((one, n) => {
        const item = make("li", { id: `${id}-${n}`, role: "option", "aria-selected": "false", class: `fam-${one.family}` },
          make("b", { text: one.name[at] }),
          make("span", { text: [one.type_name[at], one.date, one.issuer_name && one.issuer_name[at], one.title].filter(Boolean).join(" · ") }));
        item.addEventListener("click", () => go(one));
        return item;
      }));
      list.hidden = !documents.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      mark(-1);
      announce(english ? `${documents.length} suggestions` : `${documents.length} gợi ý`);
    };
    const ask = async () => {
      const words = input.value.trim();
      if (asking) asking.abort();
      if (!words) {
        documents = [];
        return close();
      }
      asking = new AbortController();
      try {
        const answer = await fetch(`/api/suggest?q=${encodeURIComponent(words)}`, { signal: asking.signal });
        if (answer.ok && document.activeElement === input) show((await answer.json()).documents);
      } catch {
        // the next letter has overtaken this question, or the server is gone: the form itself still works
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 90);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return; // a Vietnamese keyboard is still putting the letter together
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && documents.length && !list.hidden) {
        event.preventDefault();
        const all = documents.length;
        mark(event.key === "ArrowDown" ? (marked + 1) % all : (marked + all - (marked < 0 ? 0 : 1)) % all);
      } else if (event.key === "Enter" && marked >= 0) {
        event.preventDefault();
        go(documents[marked]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
      }
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    input.addEventListener("blur", close);
    // An empty field in the address says nothing.
    form.addEventListener("submit", () => clearTimeout(timer));
  };
  document.querySelectorAll("form[data-suggest]").forEach(suggestTo);

  /* Filters act when they are chosen; what is empty stays out of the address. */
  const filters = document.querySelector("form[data-filters]");
  if (filters) {
    const tidy = () => { for (const field of filters.elements) if (field.name && !field.value) field.disabled = true; };
    filters.addEventListener("submit", tidy);
    for (const field of filters.querySelectorAll("select")) field.addEventListener("change", () => filters.requestSubmit());
    if (window.innerWidth <= 760) filters.querySelector("details").open = false;
    window.addEventListener("pageshow", () => { for (const field of filters.elements) field.disabled = false; });
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const input = document.querySelector("form[data-suggest] input[type=search]");
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
