/** The frame that chart, map and timeline share: load, draw, follow the filter, tell what is shown. */

import { el } from "./dom.ts";
import type { Filter } from "./filters.ts";
import { loadJson, NotLoaded } from "./load.ts";
import { filters } from "./page-filters.ts";
import { type Row, tableOf } from "./table.ts";
import { say } from "./words.ts";

/** What a part draws, once its data are there. */
export interface Drawing {
  /** Show what passes the filter; returns the sentence that says how much that is. */
  show(filter: Filter): string;
  /** The same as rows of a table, headings first. */
  rows(): { headings: string[]; rows: Row[] };
  /** Let go of workers, listeners and graphics memory. */
  destroy(): void;
}

/**
 * A custom element with an address in `src` and its fallback inside.
 *
 * The fallback (a table or a drawing of the server) stays until everything is loaded and drawn; when
 * that fails it stays for good, with the reason above it in words.
 * Fires `hw-drawn` with `{ms}`, the time from the start to the first drawing.
 */
export abstract class LivePart extends HTMLElement {
  static observedAttributes = ["src"];

  #drawing: Drawing | null = null;
  #stop: AbortController | null = null;
  #status = el("p", { class: "hw-status", role: "status" });
  #table = el("details", { class: "hw-table" }, el("summary", {}, say("table.title")));
  #follow = () => this.refresh();

  protected abstract draw(data: unknown, host: HTMLElement, signal: AbortSignal): Promise<Drawing>;

  connectedCallback(): void {
    void this.#start();
  }

  disconnectedCallback(): void {
    this.#end();
  }

  attributeChangedCallback(_name: string, before: string | null): void {
    if (before === null || !this.isConnected) return;
    this.#end();
    void this.#start();
  }

  /** The address that `src` gives. */
  get src(): string {
    return this.getAttribute("src") ?? "";
  }

  /** Show the drawing anew: after the filter or the data changed. */
  protected refresh(): void {
    if (!this.#drawing) return;
    this.#status.textContent = this.#drawing.show(filters.current);
    if (this.#table.open) this.#fillTable();
  }

  /** Say a sentence where the reader looks, and to a screen reader. */
  protected tell(sentence: string): void {
    this.#status.textContent = sentence;
  }

  async #start(): Promise<void> {
    const began = performance.now();
    const stop = new AbortController();
    this.#stop = stop;
    this.setAttribute("aria-busy", "true");
    const host = el("div", { class: "hw-host" });
    try {
      const data = await loadJson(this.src, stop.signal);
      this.prepend(host);
      this.#drawing = await this.draw(data, host, stop.signal);
      if (stop.signal.aborted) return;
      this.#settle(host);
      this.dispatchEvent(
        new CustomEvent("hw-drawn", { bubbles: true, detail: { ms: performance.now() - began } }),
      );
    } catch (error) {
      host.remove();
      if (!stop.signal.aborted) this.#fail(error);
    } finally {
      this.removeAttribute("aria-busy");
    }
  }

  #settle(host: HTMLElement): void {
    this.#table.addEventListener("toggle", () => this.#table.open && this.#fillTable());
    this.replaceChildren(host, this.#status, this.#table);
    this.classList.add("hw-live");
    filters.addEventListener("change", this.#follow);
    this.refresh();
  }

  #fail(error: unknown): void {
    const why = error instanceof NotLoaded ? error.message : say("draw.failed");
    if (!(error instanceof NotLoaded)) console.info(error);
    this.querySelector(":scope > .hw-failure")?.remove();
    this.prepend(el("p", { class: "hw-failure", role: "alert" }, why));
  }

  #end(): void {
    this.#stop?.abort();
    this.#drawing?.destroy();
    this.#drawing = null;
    filters.removeEventListener("change", this.#follow);
    filters.offer(this, null);
  }

  #fillTable(): void {
    const content = this.#drawing?.rows();
    if (!content) return;
    this.#table.querySelector(".hw-scroll")?.remove();
    this.#table.append(tableOf(content.headings, content.rows));
  }
}
