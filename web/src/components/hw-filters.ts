/** `<hw-filters>`: the form that filters chart, map and timeline of a page together. */

import { el, freshId } from "../core/dom.ts";
import { EVERYTHING, type Filter } from "../core/filters.ts";
import { filters } from "../core/page-filters.ts";
import { say, word } from "../core/words.ts";
import { sayDay } from "./days.ts";

const TYPING = 200;

export class HwFilters extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #draw = () => this.#render();
  #sync = () => this.#fill(filters.current);

  connectedCallback(): void {
    filters.addEventListener("offer", this.#draw);
    filters.addEventListener("change", this.#sync);
    this.#render();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#waiting);
    filters.removeEventListener("offer", this.#draw);
    filters.removeEventListener("change", this.#sync);
  }

  /** A form for what can be filtered by now; whoever is typing in the one before types on. */
  #render(): void {
    const before = this.#form;
    const active = document.activeElement;
    const typing = active instanceof HTMLInputElement && before?.contains(active) ? active : null;
    if (before && typing) {
      clearTimeout(this.#waiting);
      filters.change(told(before));
    }
    const { kinds, modes, groups } = filters.offered;
    const form = el(
      "form",
      { class: "hw-filters", "aria-label": say("filters.title") },
      field(say("filters.text"), "search", "q"),
      field(say("filters.from"), "date", "from"),
      field(say("filters.to"), "date", "to"),
      groups && field(say("filters.least"), "number", "least"),
      choice(say("filters.kinds"), "kind", kinds),
      choice(say("filters.modes"), "mode", modes),
      el(
        "button",
        { type: "button", click: () => filters.change(EVERYTHING) },
        say("filters.clear"),
      ),
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => filters.change(told(form)), TYPING);
    });
    this.#form = form;
    this.replaceChildren(form);
    this.classList.add("hw-live");
    this.#fill(filters.current);
    if (typing) this.#typeOn(typing);
  }

  #typeOn(before: HTMLInputElement): void {
    const value = before.type === "checkbox" ? `[value="${CSS.escape(before.value)}"]` : "";
    const now = this.#form?.querySelector<HTMLInputElement>(
      `input[name="${before.name}"]${value}`,
    );
    if (!now) return;
    if (!value) now.value = before.value;
    now.focus();
    if (now.type === "search") now.setSelectionRange(before.selectionStart, before.selectionEnd);
  }

  #fill(filter: Filter): void {
    const values = { q: filter.text, from: filter.from, to: filter.to, least: filter.least || "" };
    for (const [key, value] of Object.entries(values)) {
      const input = this.#form?.querySelector<HTMLInputElement>(`input[name="${key}"]`);
      if (!input || input === document.activeElement) continue;
      input.value = String(value);
      if (input.type === "date") sayDay(input);
    }
    const chosen = { kind: filter.kinds, mode: filter.modes };
    for (const [key, list] of Object.entries(chosen))
      for (const box of this.#form?.querySelectorAll<HTMLInputElement>(`input[name="${key}"]`) ??
        [])
        box.checked = list.includes(box.value);
  }
}

function told(form: HTMLFormElement): Partial<Filter> {
  const said = new FormData(form);
  const text = (key: string) => String(said.get(key) ?? "");
  const all = (key: string) => said.getAll(key).map(String);
  return {
    text: text("q").trim(),
    from: text("from"),
    to: text("to"),
    least: Math.max(0, Math.floor(Number(text("least")) || 0)),
    kinds: all("kind"),
    modes: all("mode"),
  };
}

function field(label: string, type: string, key: string): HTMLElement {
  const id = freshId("filter");
  const limits = type === "number" ? { min: 0, step: 1 } : {};
  return el(
    "p",
    {},
    el("label", { for: id }, label),
    el("input", { id, type, name: key, autocomplete: "off", ...limits }),
    type === "date" && el("output", { for: id, class: "quiet" }),
  );
}

function choice(label: string, key: string, values: readonly string[]): HTMLElement | null {
  if (values.length < 2) return null;
  const boxes = values.map((value) =>
    el("label", {}, el("input", { type: "checkbox", name: key, value }), word(value)),
  );
  return el("fieldset", {}, el("legend", {}, label), ...boxes);
}
