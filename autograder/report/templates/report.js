"use strict";
(() => {
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const STEP = 60; // rows that are drawn at a time
  const PRINTED = 500; // rows of a table that are printed at most
  const SIGNS = { n: "·", r: "×", e: "!" };
  const LEVELS = [1, 25, 50, 75, 100]; // percent at which the next colour begins
  const RANKS = { e: -3, r: -2, n: -1 };
  const collator = new Intl.Collator(["zh-CN", "en"], { numeric: true });
  const MORE_FIRST = new Set(["people", "changes"]);

  const CODES = { zh: "zh-CN", en: "en" };
  const sentences = ([zh, en]) => (zh === en ? { zh } : Object.fromEntries(data.languages.map((one) => [one, one === "zh" ? zh : en])));
  const plainly = (words) => Object.values(sentences(words)).join(" / ");
  const level = (value) => (typeof value === "number" ? LEVELS.filter((least) => value >= least).length : value);

  function element(name, settings = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(settings)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // What stands in backquotes is code.
  function marked(text) {
    return text.split(/`([^`\n]+)`/).map((part, i) => (i % 2 ? element("code", {}, part) : part));
  }

  function both(words) {
    const said = Object.entries(sentences(words));
    if (said.length === 1) return marked(said[0][1]);
    return said.map(([one, text]) => element("span", { class: one, lang: CODES[one] }, ...marked(text)));
  }

  // What each kind of cell is shown as, sorted by and searched in.
  const KINDS = {
    text: { show: (value) => [value], order: (value) => value, text: (value) => value },
    code: {
      show: (value) => (value ? [folded("</>", () => [element("pre", {}, value)])] : ["–"]),
      order: (value) => value.length,
      text: (value) => value,
    },
    words: { show: both, order: plainly, text: plainly },
    choice: {
      show: (value, column) => both(column.choices[value]),
      order: (value) => value,
      text: (value, column) => plainly(column.choices[value]),
    },
    number: { show: (value, column) => [value === null ? "–" : value.toFixed(column.digits || 0)], order: (value) => value },
    percent: { show: (value) => [value === null ? "–" : `${Math.round(100 * value)}%`], order: (value) => value },
    heat: {
      show: (value) => [value === null ? "" : SIGNS[value] || String(value)],
      order: (value) => (value in RANKS ? RANKS[value] : value),
    },
    person: { show: (value) => [data.people[value]], order: (value) => data.people[value], text: (value) => data.people[value] },
    people: {
      show: (value) => [folded(String(value.length), () => [namesOf(value)])],
      order: (value) => value.length,
      text: namesOf,
    },
    changes: {
      show: (value, column) => (value.length ? [folded(String(value.length), () => [listOf(value, column)])] : ["–"]),
      order: (value) => value.length,
      text: (value, column) => value.map(([check]) => plainly(column.choices[check])).join(" "),
    },
  };

  function namesOf(people) {
    return people.map((person) => data.people[person]).join("、");
  }

  function listOf(changes, column) {
    const state = (position) => (position === null ? ["–"] : both(column.states[position]));
    const lines = changes.map(([check, before, after]) =>
      element("li", {}, ...both(column.choices[check]), " (", ...state(before), " → ", ...state(after), ")"),
    );
    return element("ul", {}, ...lines);
  }

  function folded(label, open) {
    const details = element("details", {}, element("summary", {}, label));
    details.addEventListener("toggle", () => details.append(...open()), { once: true });
    return details;
  }

  function compare(one, other) {
    if (one === null || other === null) return (one === null) - (other === null);
    return typeof one === "string" ? collator.compare(one, other) : one - other;
  }

  class Table {
    constructor(host, spec) {
      this.spec = spec;
      this.rows = spec.rows;
      this.sorted = { column: -1, sign: 1 };
      this.search = element("input", { type: "search", autocomplete: "off" });
      this.selects = new Map();
      this.count = element("p", { class: "count", role: "status" });
      this.body = element("tbody");
      this.scroll = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": host.dataset.title });
      this.scroll.append(element("table", { class: spec.drawing ? "compact" : "" }, this.head(), this.body));
      this.scroll.addEventListener("scroll", () => this.drawAsNeeded());
      host.append(this.controls());
      if (spec.drawing) host.append((this.map = new HeatMap(spec)).canvas);
      host.append(this.scroll);
      window.addEventListener("beforeprint", () => this.draw(Math.min(this.rows.length, PRINTED)));
      this.update();
    }

    controls() {
      const label = element("label", {}, ...both(["查找", "Search"]), " ", this.search);
      this.search.addEventListener("input", () => this.update());
      const choices = this.spec.columns.map((column, index) => (column.kind === "choice" ? this.choice(column, index) : ""));
      return element("div", { class: "controls" }, label, ...choices, this.count);
    }

    choice(column, index) {
      const used = new Set(this.spec.rows.map((row) => row[index]));
      if (used.size < 2) return ""; // there is nothing to choose
      const options = column.choices.map((choice, position) => [choice, position]).filter(([, position]) => used.has(position));
      const select = element("select", {}, element("option", { value: "" }, plainly(["全部", "all"])));
      select.append(...options.map(([choice, position]) => element("option", { value: position }, plainly(choice) || "–")));
      select.addEventListener("change", () => this.update());
      this.selects.set(index, select);
      return element("label", {}, ...both(column.name), " ", select);
    }

    head() {
      this.headings = this.spec.columns.map((column, index) => {
        const button = element("button", { type: "button" }, ...both(column.name));
        if (column.note) button.title = plainly(column.note);
        button.addEventListener("click", () => this.sort(index));
        return element("th", { scope: "col", class: column.kind || "text" }, button);
      });
      return element("thead", {}, element("tr", {}, ...this.headings));
    }

    sort(index) {
      const kind = this.spec.columns[index].kind || "text";
      const first = MORE_FIRST.has(kind) ? -1 : 1;
      const sign = this.sorted.column === index ? -this.sorted.sign : first;
      this.sorted = { column: index, sign };
      this.headings.forEach((heading, i) => {
        if (i === index) heading.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
        else heading.removeAttribute("aria-sort");
      });
      this.update();
    }

    update() {
      const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const chosen = [...this.selects].filter(([, select]) => select.value).map(([i, select]) => [i, Number(select.value)]);
      this.rows = this.spec.rows.filter(
        (row) => chosen.every(([i, value]) => row[i] === value) && words.every((word) => this.textOf(row).includes(word)),
      );
      if (this.sorted.column >= 0) this.order();
      this.count.replaceChildren(`${this.rows.length} / ${this.spec.rows.length}`);
      this.body.replaceChildren();
      this.scroll.scrollTop = 0;
      this.draw(STEP);
      if (this.map) this.map.draw(this.rows);
    }

    order() {
      const { column, sign } = this.sorted;
      const { order } = KINDS[this.spec.columns[column].kind || "text"];
      const keyed = this.rows.map((row) => [order(row[column]), row]);
      // What has no value stands last in either direction.
      keyed.sort(([one], [other]) => (one === null || other === null ? 1 : sign) * compare(one, other));
      this.rows = keyed.map(([, row]) => row);
    }

    textOf(row) {
      this.texts ||= new Map();
      if (!this.texts.has(row)) {
        const texts = this.spec.columns.map((column, i) => KINDS[column.kind || "text"].text?.(row[i], column) || "");
        this.texts.set(row, texts.join(" ").toLowerCase());
      }
      return this.texts.get(row);
    }

    drawAsNeeded() {
      const { scrollTop, clientHeight, scrollHeight } = this.scroll;
      if (scrollTop + 2 * clientHeight > scrollHeight) this.draw(this.body.childElementCount + STEP);
    }

    draw(count) {
      this.body.append(...this.rows.slice(this.body.childElementCount, count).map((row) => this.line(row)));
    }

    line(row) {
      const cells = this.spec.columns.map((column, i) => {
        const kind = column.kind || "text";
        const cell = element(kind === "person" ? "th" : "td", { class: kind }, ...KINDS[kind].show(row[i], column));
        if (kind === "person") cell.scope = "row";
        if (kind === "heat" && row[i] !== null) cell.classList.add(`heat-${level(row[i])}`);
        return cell;
      });
      return element("tr", {}, ...cells);
    }
  }

  // A picture of the whole class: a line for each exercise, a column for each student, in the order of the table.
  class HeatMap {
    constructor(spec) {
      this.columns = spec.columns.map((column, index) => [column, index]).filter(([column]) => column.kind === "heat");
      const about = plainly([
        "热图：每行一题，每列一名学生，顺序同下表",
        "Heat map: a line for each exercise, a column for each student, in the order of the table below",
      ]);
      this.canvas = element("canvas", { role: "img", "aria-label": about, class: "map" });
      this.rows = [];
      new ResizeObserver(() => this.draw(this.rows)).observe(this.canvas);
      for (const query of ["(prefers-color-scheme: dark)", "print"]) {
        matchMedia(query).addEventListener("change", () => this.draw(this.rows)); // the colours are others then
      }
    }

    draw(rows) {
      this.rows = rows;
      const width = this.canvas.clientWidth, line = 18, labels = 190;
      if (!width) return;
      const scale = window.devicePixelRatio || 1;
      this.canvas.width = width * scale;
      this.canvas.height = this.columns.length * line * scale;
      const ink = this.canvas.getContext("2d");
      ink.scale(scale, scale);
      const style = getComputedStyle(this.canvas);
      ink.font = `12px ${style.fontFamily}`;
      ink.textBaseline = "middle";
      this.columns.forEach(([column, index], i) => {
        ink.fillStyle = style.color;
        ink.fillText(column.name[0], 0, (i + 0.5) * line, labels - 8);
        this.stripe(ink, style, rows, index, labels, i * line, width - labels, line - 1);
      });
    }

    stripe(ink, style, rows, index, x, y, width, height) {
      const step = Math.max(1, Math.ceil(rows.length / width)); // students that share a column
      const wide = (width * step) / Math.max(1, rows.length);
      for (let first = 0; first < rows.length; first += step) {
        const values = rows.slice(first, first + step).map((row) => row[index]);
        ink.fillStyle = style.getPropertyValue(`--heat-${level(middle(values))}`) || "transparent";
        const left = Math.round((first / step) * wide), right = Math.round((first / step + 1) * wide);
        ink.fillRect(x + left, y, Math.max(1, Math.min(right, width) - left), height);
      }
    }
  }

  function middle(values) {
    const numbers = values.filter((value) => typeof value === "number");
    if (numbers.length < values.length / 2 || !numbers.length) return values.find((value) => typeof value === "string");
    return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  }

  for (const host of document.querySelectorAll("[data-table]")) new Table(host, data.tables[Number(host.dataset.table)]);
})();
