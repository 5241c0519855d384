/* The map of the whole graph: places come from the server, sigma draws them. */
"use strict";

{
  const body = document.body;
  const english = document.documentElement.lang === "en";
  const at = english ? 1 : 0;
  const stage = document.getElementById("map");
  const ground = document.getElementById("ground");
  const card = document.getElementById("card");
  const wait = document.getElementById("wait");
  const count = (n) => n.toLocaleString(english ? "en" : "vi");
  const HEAD = 0.012; // share of the label room that is kept free at the left edge

  const make = (tag, given = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) {
      if (name === "text") element.textContent = value;
      else if (name === "click") element.addEventListener("click", value);
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  const theme = () => {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue(`--${name}`).trim();
    return value;
  };

  const start = async () => {
    const answer = await fetch(body.dataset.map);
    const data = await answer.json();
    let colour = theme();
    const size = data.id.length;
    const many = Math.max(1, Math.sqrt(size / 300)); // the more dots, the smaller
    const radius = (cited) => Math.max(1.6, (3.4 + Math.sqrt(cited) * 1.5) / Math.sqrt(many));
    const span = Math.max(1, data.years[1] - data.undated[0]);
    const deep = data.bands.length ? -data.bands[data.bands.length - 1][1] : 1;
    // Time and levels have no common measure: the map is stretched to the shape of the window.
    const room = stage.getBoundingClientRect();
    const wide = (deep * Math.min(4, Math.max(0.5, room.width / room.height))) / span;
    const X = (x) => (x - data.undated[0]) * wide;

    const graph = new graphology.Graph({ multi: true, type: "directed" });
    for (let n = 0; n < size; n += 1) {
      graph.addNode(n, {
        x: X(data.x[n]), y: data.y[n], size: radius(data.cited[n]), label: data.label[n],
        color: colour(`fam-${data.families[data.family[n]]}`),
      });
    }
    const near = new Map();
    const edges = data.edges;
    for (let n = 0; n < edges.length; n += 3) {
      for (const end of [edges[n], edges[n + 2]]) {
        if (!near.has(end)) near.set(end, []);
        near.get(end).push(n);
      }
    }

    const hidden = new Set();
    let open = -1;
    let over = -1;
    let friends = null;
    let all = false;
    const light = (hex, share) => {
      const parts = (h) => [1, 3, 5].map((p) => parseInt(h.slice(p, p + 2), 16));
      const [a, b] = [parts(hex), parts(colour("paper"))];
      return `rgb(${a.map((v, p) => Math.round(v * share + b[p] * (1 - share))).join(",")})`;
    };
    const pale = () => Object.fromEntries(data.families.map((family) => [family, light(colour(`fam-${family}`), 0.16)]));
    let faint = pale();
    const renderer = new Sigma(graph, stage, {
      labelFont: colour("font"), labelColor: { color: colour("ink") }, labelSize: 12, labelWeight: "600",
      labelRenderedSizeThreshold: 8, labelDensity: 0.6, labelGridCellSize: 120, minCameraRatio: 0.01, maxCameraRatio: 1.6,
      defaultEdgeType: "line", renderEdgeLabels: false, hideEdgesOnMove: size > 3000, zIndex: true, stagePadding: 24,
      autoRescale: true, allowInvalidContainer: true, enableEdgeEvents: false,
      nodeReducer: (node, given) => {
        const own = Number(node);
        if (hidden.has(data.family[own])) return { ...given, hidden: true };
        if (friends === null) return given;
        if (own === open || own === over) return { ...given, zIndex: 3, forceLabel: true };
        if (friends.has(own)) return { ...given, zIndex: 2, forceLabel: friends.size < 25 };
        return { ...given, color: faint[data.families[data.family[own]]], label: "", zIndex: 0 };
      },
      defaultDrawNodeHover: (context, node, settings) => {
        // The label of the dot below the pointer, on paper so that it can be read over others.
        context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
        const words = node.label || "";
        const width = context.measureText(words).width + 12;
        context.beginPath();
        context.fillStyle = colour("raised");
        context.strokeStyle = colour("line-strong");
        context.roundRect(node.x + node.size + 2, node.y - 11, width, 22, 6);
        context.fill();
        context.stroke();
        context.beginPath();
        context.arc(node.x, node.y, node.size + 2, 0, 2 * Math.PI);
        context.strokeStyle = colour("accent");
        context.lineWidth = 2;
        context.stroke();
        context.lineWidth = 1;
        context.fillStyle = colour("ink");
        context.fillText(words, node.x + node.size + 8, node.y + 4);
      },
    });

    // At the left there is room for the names of the levels, at the foot for the years.
    const right = Math.max(X(data.years[1]), 0.01);
    renderer.setCustomBBox({ x: [-right * (room.width < 600 ? 0.02 : 0.16), right], y: [-deep * 1.03, deep * 0.01] });

    /* Links are made when they are shown: those of one document, or all. */
    const showLinks = () => {
      graph.clearEdges();
      const own = friends !== null && open >= 0 ? near.get(open) || [] : [];
      const drawn = own.length || !all ? own : Array.from({ length: edges.length / 3 }, (_, n) => n * 3);
      for (const n of drawn) {
        const [a, kind, b] = [edges[n], edges[n + 1], edges[n + 2]];
        if (hidden.has(data.family[a]) || hidden.has(data.family[b])) continue;
        const tint = colour(`rel-${data.predicates[kind]}`);
        graph.addEdge(a, b, { size: own.length ? 1.6 : 0.4, color: own.length ? tint : light(tint, 0.34) });
      }
    };
    const show = (n) => {
      open = n;
      friends = n < 0 ? null : new Set((near.get(n) || []).flatMap((e) => [edges[e], edges[e + 2]]));
      showLinks();
      card.hidden = n < 0;
      if (n >= 0) {
        const address = `/doc/${encodeURIComponent(data.id[n])}${english ? "?lang=en" : ""}`;
        card.className = `fam-${data.families[data.family[n]]}`;
        card.replaceChildren(
          make("h2", { text: data.label[n] }),
          make("button", { class: "close", type: "button", "aria-label": body.dataset.close, text: "×", click: () => { show(-1); stage.focus(); } }),
          make("p", { text: `${data.types[data.type[n]][at]} · ${body.dataset.cited.replace("#", count(data.cited[n]))}` }),
          make("a", { class: "button", href: address, text: `${body.dataset.open} →` }));
        document.getElementById("live").textContent = data.label[n];
        fetch(`/api/documents/${encodeURIComponent(data.id[n])}`).then((found) => found.json()).then((told) => {
          if (open !== n || !told.document) return;
          const one = told.document;
          const words = [one.date, one.issuer_name && one.issuer_name[english ? "en" : "vi"]].filter(Boolean).join(" · ");
          if (words) card.insertBefore(make("p", { text: words }), card.lastChild);
          if (one.title) card.insertBefore(make("p", { class: "about", text: one.title }), card.lastChild);
        }).catch(() => {});
      }
      renderer.refresh({ skipIndexation: true });
    };
    const move = (dx, dy) => {
      const camera = renderer.getCamera();
      const { x, y, ratio } = camera.getState();
      camera.setState({ x: x + dx * ratio * 0.12, y: y + dy * ratio * 0.12 });
    };
    const goTo = (n) => {
      show(n);
      const { x, y } = renderer.getNodeDisplayData(n);
      renderer.getCamera().setState({ x, y, ratio: Math.min(renderer.getCamera().ratio, 0.25) });
    };

    renderer.on("clickNode", ({ node }) => show(Number(node)));
    renderer.on("clickStage", () => show(-1));
    renderer.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      location.href = `/doc/${encodeURIComponent(data.id[Number(node)])}${english ? "?lang=en" : ""}`;
    });
    renderer.on("enterNode", () => stage.classList.add("over"));
    renderer.on("leaveNode", () => stage.classList.remove("over"));
    const busiest = [...data.cited.keys()].sort((a, b) => data.cited[b] - data.cited[a] || a - b).slice(0, 200);
    stage.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const camera = renderer.getCamera();
      const acts = {
        ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, 1), ArrowDown: () => move(0, -1),
        "+": () => camera.setState({ ratio: camera.ratio / 1.4 }), "=": () => camera.setState({ ratio: camera.ratio / 1.4 }),
        "-": () => camera.setState({ ratio: camera.ratio * 1.4 }), 0: () => camera.setState({ x: 0.5, y: 0.5, ratio: 1 }),
        n: () => goTo(busiest[(busiest.indexOf(open) + 1) % busiest.length]),
        p: () => goTo(busiest[(busiest.indexOf(open) + busiest.length - (open < 0 ? 0 : 1)) % busiest.length]),
        Enter: () => { if (open >= 0) card.querySelector("a").click(); }, Escape: () => show(-1),
      };
      const act = acts[event.key] || acts[event.key.toLowerCase()];
      if (!act || !size) return;
      event.preventDefault();
      act();
    });

    const legend = document.getElementById("families");
    const names = {};
    data.type.forEach((type, n) => {
      const family = data.family[n];
      names[family] = names[family] || new Map();
      names[family].set(type, (names[family].get(type) || 0) + 1);
    });
    data.families.forEach((family, key) => {
      const words = [...names[key].entries()].sort((a, b) => b[1] - a[1]).map(([type]) => data.types[type][at]);
      const button = make("button", { type: "button", class: `fam-${family}`, "aria-pressed": "true", text: words[0], title: words.join(", ") });
      button.addEventListener("click", () => {
        if (hidden.has(key)) hidden.delete(key);
        else hidden.add(key);
        button.setAttribute("aria-pressed", String(!hidden.has(key)));
        showLinks();
        renderer.refresh({ skipIndexation: true });
      });
      legend.append(make("li", {}, button));
    });
    document.getElementById("links").addEventListener("change", (event) => {
      all = event.target.checked;
      showLinks();
      renderer.refresh({ skipIndexation: true });
    });
    document.getElementById("fit").addEventListener("click", () => renderer.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 }));

    /* Below the dots: bands of levels, years, their names. */
    const paint = () => {
      const dense = window.devicePixelRatio || 1;
      const { width, height } = renderer.getDimensions();
      if (ground.width !== Math.round(width * dense) || ground.height !== Math.round(height * dense)) {
        ground.width = Math.round(width * dense);
        ground.height = Math.round(height * dense);
      }
      const ctx = ground.getContext("2d");
      ctx.setTransform(dense, 0, 0, dense, 0, 0);
      ctx.clearRect(0, 0, width, height);
      const toX = (x) => renderer.graphToViewport({ x: X(x), y: 0 }).x;
      const toY = (y) => renderer.graphToViewport({ x: 0, y }).y;
      ctx.font = `600 12px ${colour("font")}`;
      ctx.textBaseline = "middle";
      for (const [top, bottom, ...words] of data.bands) {
        const [y0, y1] = [toY(top + 0.14), toY(bottom - 0.14)];
        if (y1 < 0 || y0 > height) continue;
        ctx.fillStyle = colour("lane");
        ctx.strokeStyle = colour("line");
        ctx.beginPath();
        ctx.roundRect(-10, y0, width + 20, y1 - y0, 0);
        ctx.fill();
        ctx.stroke();
        ctx.fillStyle = colour("quiet");
        const y = Math.min(Math.max(y0 + 13, 13), y1 - 8);
        if (y1 - y0 > 14) ctx.fillText(words[at], 14 + HEAD * width, y);
      }
      const [first, last] = data.years;
      const step = [1, 2, 5, 10, 20].find((n) => (toX(first + n) - toX(first)) > 58) || 50;
      ctx.textAlign = "center";
      let taken = 0; // where the word for what has no date ends
      if (data.x.some((x) => x < first - 0.01)) {
        const words = body.dataset.undated;
        const half = ctx.measureText(words).width / 2;
        const x = Math.max(half + 10, toX((data.undated[0] + data.undated[1]) / 2));
        ctx.fillStyle = colour("quiet");
        if (x - half < width && toX(data.undated[1]) > 0) {
          ctx.fillText(words, x, height - 13);
          taken = x + half + 22;
        }
      }
      for (let year = Math.ceil(Math.floor(first) / step) * step; year <= last + 1; year += step) {
        const x = toX(year);
        if (x < taken || x > width) continue;
        ctx.strokeStyle = colour("line");
        ctx.setLineDash([2, 5]);
        ctx.beginPath();
        ctx.moveTo(x, 0);
        ctx.lineTo(x, height - 26);
        ctx.stroke();
        ctx.setLineDash([]);
        ctx.fillStyle = colour("quiet");
        ctx.fillText(String(year), x, height - 13);
      }
      ctx.textAlign = "start";
    };
    renderer.on("afterRender", paint);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      colour = theme();
      faint = pale();
      graph.forEachNode((node) => graph.setNodeAttribute(node, "color", colour(`fam-${data.families[data.family[Number(node)]]}`)));
      renderer.setSetting("labelColor", { color: colour("ink") });
      showLinks();
      renderer.refresh();
    });
    renderer.once("afterRender", () => {
      wait.hidden = true;
      window.kgMap = { ready: true, readyAt: performance.now(), renderer, graph, show, data };
    });
    renderer.refresh();
  };

  start().catch(() => { wait.textContent = body.dataset.noGl; });
}
