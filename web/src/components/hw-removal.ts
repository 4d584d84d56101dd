/** `<hw-removal>`: one choice of people taken away, in the chart, in the form around it, and in the address. */

import { el } from "../core/dom.ts";
import { removedIn, sameIds, withRemoved } from "../core/removals.ts";
import type { HwChart } from "./hw-chart.ts";

const BOXES = 'input[type="checkbox"][name="without"]';

/**
 * Stands inside the form that asks what is left, and holds the ids that no box of the page has.
 *
 * A change, wherever it was made, is written everywhere, and fires `away` on the form.
 * A button with `data-put-back` puts one person back.
 */
export class HwRemoval extends HTMLElement {
  #ids: string[] = [];
  #drawn = () => this.#tellChart();
  #removed = (event: Event) => this.#take((event as CustomEvent<{ ids: string[] }>).detail.ids);
  #ticked = (event: Event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.matches(BOXES)) return;
    const others = this.#ids.filter((id) => id !== box.value);
    this.#take(box.checked ? [...others, box.value] : others);
  };
  #clicked = (event: Event) => {
    const button = event.target instanceof Element && event.target.closest("[data-put-back]");
    if (!button) return;
    event.preventDefault();
    const id = button.getAttribute("data-put-back");
    // The button goes with what it stands in; whoever pressed a key on it stays in this part.
    const heading = this.closest("section")?.querySelector("h2");
    if (heading) heading.tabIndex = -1;
    heading?.focus();
    this.#take(this.#ids.filter((one) => one !== id));
  };

  connectedCallback(): void {
    this.#ids = removedIn(new URLSearchParams(location.search));
    document.addEventListener("hw-drawn", this.#drawn);
    document.addEventListener("hw-removed", this.#removed);
    document.addEventListener("change", this.#ticked);
    document.addEventListener("click", this.#clicked);
    this.#tellForm();
    this.#tellChart();
  }

  disconnectedCallback(): void {
    document.removeEventListener("hw-drawn", this.#drawn);
    document.removeEventListener("hw-removed", this.#removed);
    document.removeEventListener("change", this.#ticked);
    document.removeEventListener("click", this.#clicked);
  }

  #take(ids: readonly string[]): void {
    if (sameIds(ids, this.#ids)) return;
    this.#ids = [...ids];
    const query = withRemoved(ids, new URLSearchParams(location.search)).toString();
    history.replaceState(history.state, "", query ? `?${query}` : location.pathname);
    this.#tellForm();
    this.#tellChart();
    this.closest("form")?.dispatchEvent(new Event("away"));
  }

  #tellForm(): void {
    const boxes = [...document.querySelectorAll<HTMLInputElement>(BOXES)];
    for (const box of boxes) box.checked = this.#ids.includes(box.value);
    const boxed = new Set(boxes.map((box) => box.value));
    const others = this.#ids.filter((id) => !boxed.has(id));
    this.replaceChildren(
      ...others.map((value) => el("input", { type: "hidden", name: "without", value })),
    );
  }

  #tellChart(): void {
    const chart = document.querySelector<HwChart>("hw-chart");
    if (chart?.removed && !sameIds(chart.removed, this.#ids)) chart.removed = this.#ids;
  }
}
