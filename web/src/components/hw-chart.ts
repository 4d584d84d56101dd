/** `<hw-chart src>`: who is linked with whom. */

import { safeHref } from "../core/dom.ts";
import { type Drawing, LivePart } from "../core/live-part.ts";
import { asking, loadJson, NotLoaded } from "../core/load.ts";
import { filters } from "../core/page-filters.ts";
import { say } from "../core/words.ts";
import { ChartView } from "../views/chart/view.ts";

/**
 * Fires `hw-removed` with `{ids, left, before}` when somebody is taken away or put back: sizes are
 * those of the largest connected part shown.
 */
export class HwChart extends LivePart {
  #view: ChartView | null = null;

  /** Ids of those taken away; may be set, to begin with a proposal. */
  get removed(): string[] {
    return this.#view?.removed ?? [];
  }

  set removed(ids: string[]) {
    this.#view?.removeOnly(ids);
  }

  protected override async draw(data: unknown, host: HTMLElement): Promise<Drawing> {
    const view = new ChartView(host, data, {
      open: (href) => this.#open(href),
      expand: (id) => void this.#expand(id),
      changed: () => this.refresh(),
      removed: (detail) =>
        this.dispatchEvent(new CustomEvent("hw-removed", { bubbles: true, detail })),
      settled: () => this.dispatchEvent(new CustomEvent("hw-settled", { bubbles: true })),
    });
    this.#view = view;
    // One kind leaves nothing to choose: beside a timeline it would look like a kind of event.
    const kinds = view.kinds.length > 1 ? view.kinds : [];
    filters.offer(this, { kinds, modes: [], groups: view.countsGroups });
    await view.ready;
    return view;
  }

  #open(href: string | null | undefined): void {
    const safe = safeHref(href);
    if (safe) location.assign(safe);
  }

  async #expand(id: string): Promise<void> {
    this.tell(say("loading"));
    try {
      const found = this.#view?.add(await loadJson(asking(this.src, "around", id)), id) ?? 0;
      this.refresh();
      if (!found) this.tell(say("chart.nothing-new"));
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      this.tell(error.message);
    }
  }
}
