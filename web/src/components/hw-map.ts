/** `<hw-map src>`: where the routes lead. */

import { safeHref } from "../core/dom.ts";
import { type Drawing, LivePart } from "../core/live-part.ts";
import { filters } from "../core/page-filters.ts";
import { MapView } from "../views/map/view.ts";

export class HwMap extends LivePart {
  protected override async draw(data: unknown, host: HTMLElement): Promise<Drawing> {
    const view = new MapView(host, data, {
      open: (href) => {
        const safe = safeHref(href);
        if (safe) location.assign(safe);
      },
    });
    filters.offer(this, { kinds: [], modes: view.modes, groups: view.countsGroups });
    await view.ready;
    return view;
  }
}
