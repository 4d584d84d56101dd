/** A search box over a list: the keyboard's way into a drawing. */

import { el, freshId, name } from "./dom.ts";
import { holds } from "./text.ts";
import { say } from "./words.ts";

export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly hint: string;
}

export interface PickerOptions {
  readonly label: string;
  /** The reader moved to an entry. */
  readonly onFocus: (id: string) => void;
  /** The reader pressed a key on an entry; true when the key meant something. */
  readonly onKey: (id: string, key: string) => boolean;
}

const LONGEST = 100;

/** Arrow keys walk the list; any other key is offered to the drawing. */
export class Picker {
  readonly element: HTMLElement;
  readonly #box: HTMLInputElement;
  readonly #list: HTMLUListElement;
  readonly #more = el("p", { class: "hw-more" });
  readonly #options: PickerOptions;
  #entries: readonly Entry[] = [];
  #current: string | null = null;

  constructor(options: PickerOptions) {
    this.#options = options;
    const id = freshId("picker");
    this.#box = el("input", { type: "search", id, autocomplete: "off" });
    this.#list = el("ul", { role: "listbox", tabindex: "0", "aria-label": options.label });
    this.#box.addEventListener("input", () => this.#draw());
    this.#box.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      this.#list.focus();
      if (!this.#current) this.#step(1);
    });
    this.#list.addEventListener("keydown", (event) => this.#key(event));
    this.#list.addEventListener("click", (event) => this.#click(event));
    this.element = el(
      "div",
      { class: "hw-picker" },
      el("label", { for: id }, options.label),
      this.#box,
      this.#list,
      this.#more,
    );
  }

  /** Replace the entries; the current one stays current if it is still among them. */
  set(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.#draw();
  }

  /** Make an entry the current one, because it was chosen in the drawing. */
  mark(id: string | null): void {
    this.#current = id;
    this.#draw();
  }

  #found(): readonly Entry[] {
    const wanted = this.#box.value;
    return wanted ? this.#entries.filter((one) => holds(one.text, wanted)) : this.#entries;
  }

  #draw(): void {
    const found = this.#found();
    const listId = freshId("option");
    const shown = found.slice(0, LONGEST);
    const current = found.find((one) => one.id === this.#current);
    if (current && !shown.includes(current)) shown.unshift(current);
    this.#list.replaceChildren(
      ...shown.map((one, at) =>
        el(
          "li",
          {
            role: "option",
            id: `${listId}-${at}`,
            "data-id": one.id,
            "aria-selected": one.id === this.#current ? "true" : "false",
          },
          name(one.text),
          el("small", {}, one.hint),
        ),
      ),
    );
    const left = found.length - shown.length;
    this.#more.textContent = found.length ? "" : say("picker.none");
    if (left > 0) this.#more.textContent = say("picker.more", { left });
    this.#point();
  }

  #point(): void {
    const chosen = this.#list.querySelector('[aria-selected="true"]');
    if (chosen) this.#list.setAttribute("aria-activedescendant", chosen.id);
    else this.#list.removeAttribute("aria-activedescendant");
    if (chosen && document.activeElement === this.#list)
      chosen.scrollIntoView({ block: "nearest" });
  }

  #select(item: Element | null | undefined): void {
    if (!(item instanceof HTMLElement) || !item.dataset.id) return;
    for (const old of this.#list.querySelectorAll('[aria-selected="true"]'))
      old.setAttribute("aria-selected", "false");
    item.setAttribute("aria-selected", "true");
    this.#current = item.dataset.id;
    this.#point();
    this.#options.onFocus(this.#current);
  }

  #step(by: number): void {
    const items = [...this.#list.children];
    const at = items.findIndex((one) => one.getAttribute("aria-selected") === "true");
    const next = at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by));
    this.#select(items[next]);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const by = steps[event.key];
    if (by) this.#step(by);
    else if (event.key === "Home") this.#select(this.#list.firstElementChild);
    else if (event.key === "End") this.#select(this.#list.lastElementChild);
    else if (event.key === "Escape") this.#box.focus();
    else if (!this.#current || !this.#options.onKey(this.#current, event.key)) return;
    event.preventDefault();
  }

  #click(event: Event): void {
    const item = event.target instanceof Element ? event.target.closest("li") : null;
    this.#select(item);
  }
}
