// The picture's own script: folds the layers into rows, filters, searches, and tells what stands behind a line.
// Whatever comes from a document reaches the page through textContent or the canvas, never as markup.
"use strict";
(function () {
  const page = JSON.parse(document.getElementById("page").textContent);
  const drawn = JSON.parse(document.getElementById("drawn").textContent);
  const at = (id) => document.getElementById(id);
  const canvas = at("canvas"), panel = at("panel"), search = at("search");
  const CELL = { width: 226, height: 100 }, BAND = 30, READABLE = 0.62, LISTED = 60;
  const NAMES = new Set(["id", "aliases"]);

  let tongue = "vi";
  let picked = null; // {node: n} or {edge: n}
  let trail = [];
  const off = {
    kinds: new Set(page.kinds.filter((k) => k.quiet).map((k) => k.id)),
    relations: new Set(page.relations.filter((r) => r.quiet).map((r) => r.id)),
  };
  if (page.nodes.every((n) => off.kinds.has(n.kind))) off.kinds.clear();

  const kindOf = new Map(page.kinds.map((k) => [k.id, k]));
  const relationOf = new Map(page.relations.map((r) => [r.id, r]));
  const linesOf = page.nodes.map(() => []);
  page.edges.forEach((e, i) => {
    linesOf[e.from].push(i);
    if (e.to !== e.from) linesOf[e.to].push(i);
  });
  const haystack = page.nodes.map((n) => fold([n.name, ...n.properties.map((p) => [].concat(p[1]).join(" "))].join(" ")));

  // ---- words

  const say = (both) => (both ? both[tongue] || both.vi : "");
  const word = (key) => say(page.words.ui[key]);
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đð]/g, "d");
  }
  function day(text) {
    return /^\d{4}(-\d\d){0,2}$/.test(text) ? text.split("-").reverse().join("/") : text;
  }
  function told(key, value) {
    if (Array.isArray(value)) return value.join(" · ");
    const known = page.words.values[key];
    if (known && known[String(value)]) return say(known[String(value)]);
    return day(String(value));
  }
  function element(tag, options, ...inside) {
    const made = document.createElement(tag);
    for (const [key, value] of Object.entries(options || {})) {
      if (key === "on") made.addEventListener("click", value);
      else if (key === "class") made.className = value;
      else if (key === "colour") made.style.borderColor = value;
      else if (key === "fill") made.style.backgroundColor = value;
      else made[key] = value;
    }
    for (const part of inside) if (part !== null && part !== undefined) made.append(part);
    return made;
  }

  // ---- what is shown, and where

  function shown() {
    const edges = page.edges.map(
      (e) => !off.relations.has(e.relation) && !off.kinds.has(page.nodes[e.from].kind) && !off.kinds.has(page.nodes[e.to].kind)
    );
    // Where a line that says more joins the same two, the bare citation stands behind it; the panel tells it too.
    const more = new Set(page.edges.filter((e, i) => edges[i] && e.relation !== "CITES").map((e) => e.from + ">" + e.to));
    page.edges.forEach((e, i) => { if (e.relation === "CITES" && more.has(e.from + ">" + e.to)) edges[i] = false; });
    // A body that no visible line touches says nothing; a document does.
    const nodes = page.nodes.map(
      (n, i) => !off.kinds.has(n.kind) && (n.layer < 5 || !linesOf[i].length || linesOf[i].some((e) => edges[e]))
    );
    return { nodes, edges };
  }

  let bands = [];
  function place(nodes) {
    const layers = page.layers.map(() => []);
    page.nodes.forEach((n, i) => nodes[i] && layers[n.layer].push(i));
    layers.forEach((layer) => layer.sort((a, b) => page.nodes[a].order - page.nodes[b].order));
    const used = layers.map((l, i) => [l, i]).filter(([l]) => l.length);
    const columns = fold_at(used.map(([l]) => l.length));
    const spots = new Map();
    bands = [];
    let y = 0;
    for (const [layer, index] of used) {
      const rows = Math.ceil(layer.length / columns);
      const across = Math.ceil(layer.length / rows);
      bands.push({ index, top: y, bottom: y + BAND + rows * CELL.height, width: columns * CELL.width });
      layer.forEach((node, i) => {
        const row = Math.floor(i / across);
        const inRow = Math.min(across, layer.length - row * across);
        // Every other row is set in by half a card, so that lines from above pass between cards.
        const shift = row % 2 && inRow < columns ? 0.5 : 0;
        const x = ((i % across) - (inRow - 1) / 2 + (inRow === across ? shift : 0)) * CELL.width;
        spots.set(node, { x, y: y + BAND + (row + 0.5) * CELL.height });
      });
      y += BAND + rows * CELL.height + 14;
    }
    return spots;
  }
  // The number of columns that lets the whole be largest on this screen; where that would still be too
  // small to read, as many as are readable side by side.
  function fold_at(counts) {
    const room = { width: canvas.clientWidth || 900, height: canvas.clientHeight || 700 };
    let best = { columns: 1, scale: 0 };
    for (let columns = 1; columns <= Math.max(...counts, 1); columns++) {
      const height = counts.reduce((sum, n) => sum + BAND + 14 + Math.ceil(n / columns) * CELL.height, 0);
      const scale = Math.min(room.width / (columns * CELL.width + 40), room.height / (height + 30), 1.1);
      if (scale > best.scale) best = { columns, scale };
    }
    if (best.scale >= READABLE) return best.columns;
    return Math.max(2, Math.floor(room.width / (CELL.width * 0.8)));
  }

  const nodes = new vis.DataSet(drawn.nodes.map((n) => ({ ...n, hidden: true, x: 0, y: 0 })));
  const edges = new vis.DataSet(drawn.edges.map((e) => ({ ...e, hidden: true })));
  let network = null;

  function arrange() {
    const seen = shown();
    const spots = place(seen.nodes);
    nodes.update(page.nodes.map((_, i) => ({ id: i, hidden: !seen.nodes[i], ...(spots.get(i) || {}) })));
    edges.update(page.edges.map((_, i) => ({ id: i, hidden: !seen.edges[i] })));
    at("empty").hidden = spots.size > 0;
    if (network) { stress(); fit(); }
  }

  function fit(animation) {
    if (!bands.length) return;
    const width = Math.max(...bands.map((b) => b.width)) + 40;
    const height = bands[bands.length - 1].bottom + 20;
    const room = { width: canvas.clientWidth, height: canvas.clientHeight };
    const whole = Math.min(room.width / width, room.height / height, 1.1);
    const scale = whole >= READABLE ? whole : Math.min(room.width / width, 1);
    const y = whole >= READABLE ? height / 2 - 10 : room.height / scale / 2 - 10;
    network.moveTo({ position: { x: 0, y }, scale, animation: animation || false });
  }

  // ---- what is stressed: the hits of a search, or what was picked with its neighbours

  function stressed() {
    const hits = found();
    if (picked && picked.edge !== undefined) {
      const e = page.edges[picked.edge];
      return { nodes: new Set([e.from, e.to]), edges: new Set([picked.edge]), labels: true };
    }
    if (picked) {
      const near = new Set([picked.node]), lines = new Set(linesOf[picked.node]);
      lines.forEach((i) => near.add(page.edges[i].from).add(page.edges[i].to));
      return { nodes: near, edges: lines, labels: lines.size <= 12 };
    }
    return hits ? { nodes: new Set(hits), edges: new Set(), labels: false } : null;
  }
  function stress() {
    const now = stressed();
    nodes.update(page.nodes.map((_, i) => {
      const strong = !now || now.nodes.has(i);
      return { id: i, opacity: strong ? 1 : 0.22, font: { color: strong ? "#17212b" : "rgba(23,33,43,.28)" } };
    }));
    edges.update(page.edges.map((e, i) => {
      const strong = !now || now.edges.has(i);
      return {
        id: i,
        color: { ...drawn.edges[i].color, opacity: strong ? 1 : 0.08 },
        width: drawn.edges[i].width + (now && strong ? 0.8 : 0),
        label: now && strong && now.labels ? say(relationOf.get(e.relation)) : "",
      };
    }));
  }

  function pick(next, options) {
    const { keep, move } = options || {};
    if (picked && next && !keep) trail.push(picked);
    if (!next) trail = [];
    picked = next;
    stress();
    show();
    if (next && move) bring(next);
  }
  // Moves the canvas so that what was picked is seen with all it touches, or by itself where that is too far apart.
  function bring(what) {
    const own = what.node !== undefined ? [what.node] : [page.edges[what.edge].from, page.edges[what.edge].to];
    const near = what.node !== undefined ? linesOf[what.node].flatMap((i) => [page.edges[i].from, page.edges[i].to]) : [];
    const seen = (ids) => ids.filter((i) => !nodes.get(i).hidden);
    for (const ids of [seen([...own, ...near]), seen(own)]) {
      if (!ids.length) return;
      const boxes = ids.map((i) => network.getBoundingBox(i));
      const left = Math.min(...boxes.map((b) => b.left)), right = Math.max(...boxes.map((b) => b.right));
      const top = Math.min(...boxes.map((b) => b.top)), bottom = Math.max(...boxes.map((b) => b.bottom));
      const scale = Math.min(canvas.clientWidth / (right - left + 60), canvas.clientHeight / (bottom - top + 60), 1);
      if (scale < READABLE && ids.length > own.length) continue;
      network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.2), animation: glide() });
      return;
    }
  }
  const glide = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 250, easingFunction: "easeInOutQuad" });

  // ---- the panel

  function show(focus) {
    const inside = picked ? (picked.node !== undefined ? card(picked.node) : line(picked.edge)) : home();
    panel.replaceChildren(...inside.filter(Boolean));
    panel.scrollTop = 0;
    const head = panel.querySelector("h2");
    if (picked && head && focus !== false && document.activeElement !== search) head.focus({ preventScroll: true });
  }
  const head = (text) => element("h2", { textContent: text, tabIndex: -1 });
  const title = (text) => element("h3", { textContent: text });
  function back() {
    return element("button", { type: "button", class: "back", textContent: "‹ " + word("back"), on: () => pick(trail.pop() || null, { keep: true }) });
  }

  function home() {
    const hits = found();
    if (hits) {
      const rest = hits.length - LISTED;
      return [
        head(`${word("results")}: ${hits.length}`),
        hits.length ? element("ul", {}, ...hits.slice(0, LISTED).map((i) => element("li", {}, toNode(i)))) : element("p", { textContent: word("no_result") }),
        rest > 0 ? element("p", { class: "soft", textContent: `+${rest} ${word("more")}` }) : null,
      ];
    }
    return [
      head(word("legend")),
      element("p", { class: "soft", textContent: word("hint") }),
      ...legend("kinds", page.kinds, (k) => page.nodes.filter((n) => n.kind === k.id).length,
        (k) => element("span", { class: "swatch", colour: k.line, fill: k.fill })),
      ...legend("relations", page.relations, (r) => page.edges.filter((e) => e.relation === r.id).length,
        (r) => element("span", { class: "stroke", colour: r.colour })),
      element("p", { class: "soft choice" }, element("span", { class: "stroke dashed", colour: "#52606d" }), word("planned_edge")),
      element("p", { class: "soft choice" }, element("span", { class: "swatch", colour: "#52606d" }), word("loaded_card")),
      element("p", { class: "soft choice" }, element("span", { class: "swatch dashed", colour: "#52606d" }), word("planned_card")),
    ];
  }
  function legend(part, rows, count, sample) {
    if (!rows.length) return [];
    const set = (hidden) => () => { rows.forEach((r) => (hidden ? off[part].add(r.id) : off[part].delete(r.id))); arrange(); show(); };
    const both = element("span", { class: "both" },
      element("button", { type: "button", textContent: word("all"), on: set(false) }),
      element("button", { type: "button", textContent: word("none"), on: set(true) }));
    const list = rows.map((row) => {
      const box = element("input", { type: "checkbox", checked: !off[part].has(row.id), value: row.id, name: part });
      box.addEventListener("change", () => { box.checked ? off[part].delete(row.id) : off[part].add(row.id); arrange(); });
      return element("li", {}, element("label", { class: "choice" }, box, sample(row), say(row), element("span", { class: "count", textContent: count(row) })));
    });
    return [element("h3", {}, word(part), both), element("ul", {}, ...list)];
  }

  function toNode(i, options) {
    const n = page.nodes[i], k = kindOf.get(n.kind);
    const what = [say(k), n.status && n.status !== "unclear" ? told("status", n.status) : ""].filter(Boolean).join(" · ");
    return element("button", { type: "button", class: "link", colour: k.line, on: () => pick({ node: i }, { move: true, ...options }) },
      element("span", { textContent: n.name }), element("span", { class: "what", textContent: what }));
  }
  function toLine(i, from) {
    const e = page.edges[i];
    const other = from === undefined ? null : page.nodes[e.from === from ? e.to : e.from];
    const times = e.said.length > 1 ? ` · ${e.said.length} ${word("times")}` : "";
    const due = e.said.map((s) => (s.properties.find((p) => p[0] === "due") || [])[1]).filter(Boolean).sort()[0];
    return element("button", { type: "button", class: "link", colour: e.colour, on: () => pick({ edge: i }, { move: true }) },
      element("span", { class: "what" }, say(relationOf.get(e.relation)) + times, due ? ` · ${say(page.words.properties.due)} ${day(due)}` : "",
        e.planned ? element("span", { class: "flag", textContent: ` · ${word("planned")}` }) : null),
      element("span", { textContent: other ? other.name : "" }));
  }

  function card(i) {
    const n = page.nodes[i], k = kindOf.get(n.kind);
    const hidden = nodes.get(i).hidden ? element("p", { class: "soft", textContent: `(${word("hidden")})` }) : null;
    const out = linesOf[i].filter((e) => page.edges[e].from === i), into = linesOf[i].filter((e) => page.edges[e].to === i && page.edges[e].from !== i);
    const list = (ids) => element("ul", {}, ...ids.map((e) => element("li", {}, toLine(e, i))));
    return [
      back(),
      element("div", {}, element("span", { class: "chip", textContent: say(k), colour: k.line, fill: k.fill })),
      head(n.name), hidden,
      table(n.properties.filter(([key]) => !NAMES.has(key))),
      out.length ? title(`${word("outgoing")} (${out.length})`) : null, out.length ? list(out) : null,
      into.length ? title(`${word("incoming")} (${into.length})`) : null, into.length ? list(into) : null,
      title(say(page.words.properties.id)),
      table(n.properties.filter(([key]) => NAMES.has(key))),
    ];
  }
  function table(rows) {
    const known = Object.keys(page.words.properties);
    const rank = (key) => (known.includes(key) ? known.indexOf(key) : known.length);
    const sorted = rows.filter(([, v]) => v !== "" && v !== false).sort((a, b) => rank(a[0]) - rank(b[0]));
    return element("dl", {}, ...sorted.flatMap(([key, value]) => [
      element("dt", { textContent: say(page.words.properties[key]) || key }), element("dd", { textContent: told(key, value) }),
    ]));
  }

  function line(i) {
    const e = page.edges[i];
    const also = linesOf[e.from].filter((o) => o !== i && (page.edges[o].from === e.to || page.edges[o].to === e.to) && e.from !== e.to);
    return [
      back(),
      head(say(relationOf.get(e.relation))),
      e.planned ? element("span", { class: "chip planned", textContent: word("planned") }) : null,
      element("div", { class: "ends" }, toNode(e.from), element("span", { class: "arrow", textContent: "↓ " + say(relationOf.get(e.relation)) + (e.planned ? ` (${word("planned")})` : "") }), toNode(e.to)),
      title(word("evidence")),
      ...e.said.map(statement),
      also.length ? title(word("also")) : null,
      also.length ? element("ul", {}, ...also.map((o) => element("li", {}, toLine(o, page.edges[o].from)))) : null,
    ];
  }
  function statement(said) {
    const [first, ...more] = said.places;
    const inside = [];
    if (first || said.sentence) inside.push(quoted(said.sentence, first ? first[3] : ""));
    else inside.push(element("p", { class: "soft", textContent: word("derived") }));
    if (first && first[0]) inside.push(element("p", { class: "soft", textContent: where(first) }));
    if (said.inherited) inside.push(element("p", { class: "soft" }, word("inherited") + ": “" + said.inherited[3] + "” (" + where(said.inherited) + ")"));
    more.forEach((p) => inside.push(quoted("", p[3]), element("p", { class: "soft", textContent: where(p) })));
    const rows = said.properties.filter(([key]) => key !== "count");
    if (rows.length) inside.push(table(rows));
    return element("div", { class: "said" }, ...inside);
  }
  // The sentence with the quote marked in it; where the quote goes beyond the sentence, the quote alone.
  function quoted(sentence, quote) {
    const from = quote ? sentence.indexOf(quote) : -1;
    if (from < 0) return element("blockquote", {}, quote ? element("mark", { textContent: quote }) : sentence);
    return element("blockquote", {}, sentence.slice(0, from), element("mark", { textContent: quote }), sentence.slice(from + quote.length));
  }
  function where(spot) {
    const file = page.sources[spot[0]] || String(spot[0]).slice(0, 12);
    return `${file ? file + ", " : ""}${word("place")} ${spot[1]}–${spot[2]}`;
  }

  // ---- search

  function found() {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    if (!words.length) return null;
    const hits = [];
    haystack.forEach((text, i) => words.every((w) => text.includes(w)) && hits.push(i));
    const named = (i) => (words.every((w) => fold(page.nodes[i].name).includes(w)) ? 0 : 1);
    return hits.sort((a, b) => named(a) - named(b) || page.nodes[a].layer - page.nodes[b].layer || a - b);
  }
  search.addEventListener("input", () => { picked = null; trail = []; stress(); show(false); });
  search.addEventListener("keydown", (event) => {
    const hits = event.key === "Enter" ? found() : null;
    if (hits && hits.length) { search.blur(); pick({ node: hits[0] }, { move: true }); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { search.value = ""; pick(null); }
    if (event.key === "/" && document.activeElement !== search) { event.preventDefault(); search.focus(); }
  });

  // ---- both languages

  function speak() {
    document.documentElement.lang = tongue;
    document.querySelectorAll("[data-word]").forEach((e) => (e.textContent = word(e.dataset.word)));
    document.querySelectorAll("[data-label]").forEach((e) => { e.setAttribute("aria-label", word(e.dataset.label)); if (e.tagName === "BUTTON") e.title = word(e.dataset.label); });
    search.placeholder = word("search");
    search.setAttribute("aria-label", word("search"));
    at("language").lang = tongue === "vi" ? "en" : "vi";
  }
  at("language").addEventListener("click", () => {
    tongue = tongue === "vi" ? "en" : "vi";
    speak(); stress(); show(false); network.redraw();
  });

  // ---- begin

  speak();
  arrange();
  network = new vis.Network(canvas, { nodes, edges }, drawn.options);
  network.on("beforeDrawing", (pen) => {
    pen.font = "600 13px system-ui, sans-serif";
    pen.textBaseline = "middle";
    for (const band of bands) {
      const half = Math.max(band.width, 420) / 2 + 14;
      pen.fillStyle = "#eef2f6";
      pen.fillRect(-half, band.top, half * 2, band.bottom - band.top);
      pen.fillStyle = "#52606d";
      pen.fillText(say(page.layers[band.index]), -half + 12, band.top + 18);
    }
  });
  network.on("click", (event) => {
    if (event.nodes.length) pick({ node: event.nodes[0] });
    else if (event.edges.length) pick({ edge: event.edges[0] });
    else if (!found()) pick(null);
  });
  network.on("hoverNode", () => (canvas.style.cursor = "pointer"));
  network.on("hoverEdge", () => (canvas.style.cursor = "pointer"));
  network.on("blurNode", () => (canvas.style.cursor = ""));
  network.on("blurEdge", () => (canvas.style.cursor = ""));
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: glide() });
  at("zoom-in").addEventListener("click", () => zoom(1.3));
  at("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  at("fit").addEventListener("click", () => fit(glide()));
  let width = canvas.clientWidth;
  addEventListener("resize", () => { if (canvas.clientWidth !== width) { width = canvas.clientWidth; arrange(); } });
  fit();
  show();
  // For tests, and for whoever opens the console.
  window.danchieu = { network, page, pick };
})();
