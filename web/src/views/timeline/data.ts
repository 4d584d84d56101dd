/** The timeline's data, and how events fall into months and lanes. */

import { DAY, firstDay, lastDay, toDay, toTime } from "../../core/dates.ts";
import { listOf } from "../../core/load.ts";

export interface TimelineEvent {
  readonly id: string;
  readonly date: string | null;
  readonly end?: string | null;
  readonly kind: string;
  readonly label: string;
  readonly href?: string | null;
}

/** An event with its first and last day as moments, the last one exclusive. */
export interface Dated {
  readonly event: TimelineEvent;
  readonly begins: number;
  readonly ends: number;
}

export function eventsOf(document: unknown): TimelineEvent[] {
  return listOf<TimelineEvent>(document, "events");
}

/** The events that have a date, earliest first. */
export function datedOf(events: readonly TimelineEvent[]): Dated[] {
  return events
    .flatMap((event): Dated[] => {
      const begins = toTime(firstDay(event.date));
      const ends = toTime(lastDay(event.end || event.date)) + DAY;
      return Number.isNaN(begins) || Number.isNaN(ends)
        ? []
        : [{ event, begins, ends: Math.max(ends, begins + DAY) }];
    })
    .sort((a, b) => a.begins - b.begins || (a.event.id < b.event.id ? -1 : 1));
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the first month to the last one with an event, whole months. */
export function spanOf(dated: readonly Dated[]): Span | null {
  const first = dated[0];
  if (!first) return null;
  const last = dated.reduce((most, one) => Math.max(most, one.ends), 0);
  return { from: monthStart(first.begins, 0), to: monthStart(last - 1, 1) };
}

/** The first moment of the month of a moment, or of one some months later. */
export function monthStart(time: number, later: number): number {
  const day = new Date(time);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + later, 1);
}

export interface Bin extends Span {
  readonly count: number;
}

/** How many events begin in each month of a span. */
export function byMonth(dated: readonly Dated[], span: Span): Bin[] {
  const bins: Bin[] = [];
  let at = 0;
  for (let from = span.from; from < span.to; from = monthStart(from, 1)) {
    const to = monthStart(from, 1);
    let count = 0;
    while (at < dated.length && (dated[at] as Dated).begins < to) {
      count += 1;
      at += 1;
    }
    bins.push({ from, to, count });
  }
  return bins;
}

/** Ticks at most `most` of them: days, months or years, each with what to write there. */
export function ticks(span: Span, most: number): { at: number; text: string }[] {
  const months = (span.to - span.from) / (30.4 * DAY);
  if (months <= most / 8) {
    const every = Math.max(1, Math.ceil((span.to - span.from) / DAY / most));
    const days = Math.ceil((span.to - span.from) / DAY / every);
    return Array.from({ length: days }, (_, at) => {
      const time = span.from + at * every * DAY;
      return { at: time, text: toDay(time) };
    });
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((one) => months / one <= most) ?? 1200;
  const found: { at: number; text: string }[] = [];
  const start = new Date(span.from);
  const month = step >= 12 ? 0 : Math.floor(start.getUTCMonth() / step) * step;
  for (let more = 0; ; more += step) {
    const at = Date.UTC(start.getUTCFullYear(), month + more, 1);
    if (at > span.to) return found;
    if (at >= span.from) found.push({ at, text: toDay(at).slice(0, step >= 12 ? 4 : 7) });
  }
}

/** Lanes for events of one kind so that none covers another: the lane of each, in order. */
export function lanesOf(places: readonly { from: number; to: number }[]): number[] {
  const ends: number[] = [];
  return places.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}
