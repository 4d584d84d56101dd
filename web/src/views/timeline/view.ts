/** The timeline as a whole: events by month to choose a range from, and the events in it, by kind. */

import { DAY, toDay, toTime } from "../../core/dates.ts";
import { el, safeHref, svg } from "../../core/dom.ts";
import { type Filter, inRange, passes } from "../../core/filters.ts";
import type { Drawing } from "../../core/live-part.ts";
import type { Row } from "../../core/table.ts";
import { holds } from "../../core/text.ts";
import { say, word } from "../../core/words.ts";
import { Brush } from "./brush.ts";
import { type Dated, datedOf, eventsOf, lanesOf, type Span, spanOf, ticks } from "./data.ts";

/** What the timeline asks of the page around it. */
export interface TimelineHooks {
  readonly choose: (from: string, to: string) => void;
}

const LANE = 16;
const MOST_LANES = 8;
const LEFT = 8;
const TICK = 90;

export class TimelineView implements Drawing {
  readonly kinds: string[];
  readonly #all: readonly Dated[];
  readonly #undated: number;
  readonly #span: Span | null;
  readonly #brush: Brush | null;
  readonly #marks = el("div", { class: "hw-marks" });
  readonly #resize: ResizeObserver;
  #shown: readonly Dated[] = [];
  #range: Span | null = null;
  #left = 0;

  constructor(host: HTMLElement, data: unknown, hooks: TimelineHooks) {
    const events = eventsOf(data);
    this.#all = datedOf(events);
    this.#undated = events.length - this.#all.length;
    this.#span = spanOf(this.#all);
    this.kinds = [...new Set(events.map((one) => one.kind))].sort();
    this.#brush = this.#span && new Brush(this.#all, this.#span, hooks.choose);
    if (this.#brush) host.append(this.#brush.element);
    host.append(this.#marks);
    this.#resize = new ResizeObserver(() => this.#draw());
    this.#resize.observe(host);
  }

  show(filter: Filter): string {
    const kinds = new Set(this.kinds);
    const passing = this.#all.filter(
      ({ event }) =>
        passes(filter.kinds, kinds, event.kind) &&
        (!filter.text || holds(event.label, filter.text)),
    );
    this.#shown = passing.filter(({ event }) => inRange(filter, event.date, event.end));
    this.#range = this.#span && {
      from: filter.from ? toTime(filter.from) : this.#span.from,
      to: filter.to ? toTime(filter.to) + DAY : this.#span.to,
    };
    this.#brush?.show(passing, this.#range);
    this.#draw();
    return this.#summary(filter);
  }

  rows(): { headings: string[]; rows: Row[] } {
    const rows = this.#shown.map(
      ({ event }): Row => [
        event.date ?? "",
        event.end ?? "",
        word(event.kind),
        { text: event.label, href: event.href },
      ],
    );
    const headings = ["date", "end", "kind", "event"] as const;
    return { headings: headings.map((one) => say(`column.${one}`)), rows };
  }

  destroy(): void {
    this.#resize.disconnect();
  }

  #summary(filter: Filter): string {
    const range =
      this.#range && (filter.from || filter.to)
        ? say("time.range", { from: toDay(this.#range.from), to: toDay(this.#range.to - DAY) })
        : "";
    const told = [say("time.shown", { shown: this.#shown.length, all: this.#all.length, range })];
    if (this.#left) told.push(say("time.crowded", { left: this.#left }));
    if (this.#undated) told.push(say("time.undated", { count: this.#undated }));
    return told.join(" ");
  }

  #draw(): void {
    const width = Math.max(200, this.#marks.clientWidth - 2 * LEFT);
    const range = this.#range;
    this.#left = 0;
    this.#marks.replaceChildren();
    if (!range || range.to <= range.from) return;
    const scale = (time: number) =>
      LEFT +
      (width * (Math.min(Math.max(time, range.from), range.to) - range.from)) /
        (range.to - range.from);
    const groups = this.kinds.map((kind) => this.#group(kind, scale));
    this.#marks.replaceChildren(axis(range, width, scale), ...groups.filter((one) => one !== null));
  }

  #group(kind: string, scale: (time: number) => number): HTMLElement | null {
    const here = this.#shown.filter(({ event }) => event.kind === kind);
    if (!here.length) return null;
    const places = here.map((one) => ({
      from: scale(one.begins) - 1,
      to: Math.max(scale(one.ends), scale(one.begins) + 11) + 1,
    }));
    const lanes = lanesOf(places);
    const height = LANE * Math.min(MOST_LANES, Math.max(...lanes) + 1) + 4;
    const drawing = svg("svg", {
      class: "hw-lanes",
      height,
      width: "100%",
      role: "group",
      "aria-label": word(kind),
    });
    here.forEach((one, at) => {
      const lane = lanes[at] as number;
      const place = places[at] as { from: number; to: number };
      if (lane < MOST_LANES)
        drawing.append(markOf(one, place, lane * LANE + 2, this.kinds.indexOf(kind)));
      else this.#left += 1;
    });
    return el(
      "section",
      {},
      el("h4", {}, word(kind), el("small", {}, String(here.length))),
      drawing,
    );
  }
}

function markOf(one: Dated, place: Span, top: number, look: number): SVGElement {
  const { event } = one;
  const dates = event.end && event.end !== event.date ? `${event.date} – ${event.end}` : event.date;
  const text = `${dates}: ${event.label}`;
  const wide = place.to - place.from > 16;
  const shape = wide
    ? svg("rect", {
        x: place.from + 1,
        y: top + 2,
        width: place.to - place.from - 3,
        height: 9,
        rx: 2,
      })
    : svg("path", { d: outline(look % 4, place.from + 6, top + 6.5) });
  shape.append(svg("title", {}, text));
  const href = safeHref(event.href);
  const mark = { class: `hw-mark hw-look-${look % 4}`, "aria-label": text };
  return href ? svg("a", { ...mark, href }, shape) : svg("g", { ...mark, role: "img" }, shape);
}

function outline(look: number, x: number, y: number): string {
  const paths = [
    `M${x - 5} ${y}a5 5 0 1 1 10 0a5 5 0 1 1 -10 0z`,
    `M${x - 4.5} ${y - 4.5}h9v9h-9z`,
    `M${x} ${y - 6}l6 6l-6 6l-6 -6z`,
    `M${x} ${y - 5.5}l5.5 10h-11z`,
  ];
  return paths[look] as string;
}

function axis(range: Span, width: number, scale: (time: number) => number): SVGElement {
  const drawn = svg("svg", { class: "hw-axis", height: 22, width: "100%", "aria-hidden": "true" });
  for (const { at, text } of ticks(range, Math.max(2, Math.floor(width / TICK)))) {
    const x = scale(at);
    drawn.append(svg("line", { x1: x, x2: x, y1: 16, y2: 22 }));
    if (x < width - 20) drawn.append(svg("text", { x: x + 3, y: 13 }, text));
  }
  return drawn;
}
