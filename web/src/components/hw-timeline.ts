/** `<hw-timeline src>`: what happened when; the range chosen here filters the whole page. */

import { type Drawing, LivePart } from "../core/live-part.ts";
import { filters } from "../core/page-filters.ts";
import { TimelineView } from "../views/timeline/view.ts";

export class HwTimeline extends LivePart {
  protected override async draw(data: unknown, host: HTMLElement): Promise<Drawing> {
    const view = new TimelineView(host, data, {
      choose: (from, to) => filters.change({ from, to }),
    });
    filters.offer(this, { kinds: view.kinds, modes: [], groups: false });
    return view;
  }
}
