/** What the reader wants to see: one state for all parts of a page, kept in its address. */

import { firstDay, lastDay } from "./dates.ts";

/** An empty list, an empty text and 0 restrict nothing. */
export interface Filter {
  readonly text: string;
  readonly kinds: readonly string[];
  readonly modes: readonly string[];
  /** Fewest independent groups of sources behind a link or a leg. */
  readonly least: number;
  /** First and last day, inclusive. */
  readonly from: string;
  readonly to: string;
}

/** What the parts of this page can be filtered by. */
export interface Offer {
  readonly kinds: readonly string[];
  readonly modes: readonly string[];
  /** Whether anything on the page counts groups. */
  readonly groups: boolean;
}

export const EVERYTHING: Filter = { text: "", kinds: [], modes: [], least: 0, from: "", to: "" };

const NAMES = ["q", "kind", "mode", "least", "from", "to"] as const;

/** The filter that an address asks for; what makes no sense there is ignored. */
export function readFilter(query: URLSearchParams): Filter {
  const least = Number(query.get("least") ?? 0);
  return {
    text: query.get("q") ?? "",
    kinds: query.getAll("kind").filter(Boolean),
    modes: query.getAll("mode").filter(Boolean),
    least: Number.isInteger(least) && least > 0 ? least : 0,
    from: firstDay(query.get("from")),
    to: lastDay(query.get("to")),
  };
}

/** The query of an address that asks for a filter; other parts of the query stay. */
export function writeFilter(filter: Filter, query: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(query);
  for (const name of NAMES) written.delete(name);
  if (filter.text) written.set("q", filter.text);
  for (const kind of filter.kinds) written.append("kind", kind);
  for (const mode of filter.modes) written.append("mode", mode);
  if (filter.least) written.set("least", String(filter.least));
  if (filter.from) written.set("from", filter.from);
  if (filter.to) written.set("to", filter.to);
  return written;
}

/**
 * Whether a value passes a choice.
 *
 * A choice restricts only a part that knows at least one of the values chosen: to choose `person`
 * does not empty a timeline that has no kind `person`.
 */
export function passes(
  chosen: readonly string[],
  known: ReadonlySet<string>,
  value: string,
): boolean {
  return !chosen.some((one) => known.has(one)) || chosen.includes(value);
}

/** Whether something that lasted from first to last touches the range; without a date it does not. */
export function inRange(
  filter: Filter,
  first: string | null | undefined,
  last: string | null | undefined,
): boolean {
  if (!filter.from && !filter.to) return true;
  const begins = firstDay(first || last);
  const ends = lastDay(last || first);
  if (!begins || !ends) return false;
  return (!filter.from || ends >= filter.from) && (!filter.to || begins <= filter.to);
}

/** The one filter of a page; tells whoever listens to `change` and `offer`. */
export class FilterStore extends EventTarget {
  #current: Filter;
  #offers = new Map<object, Offer>();
  readonly #page: Pick<Window, "location" | "history">;

  constructor(page: Pick<Window, "location" | "history">) {
    super();
    this.#page = page;
    this.#current = readFilter(new URLSearchParams(page.location.search));
  }

  get current(): Filter {
    return this.#current;
  }

  /** Everything that the parts of this page offer, sorted. */
  get offered(): Offer {
    const all = [...this.#offers.values()];
    const sorted = (lists: (readonly string[])[]) => [...new Set(lists.flat())].sort();
    return {
      kinds: sorted(all.map((one) => one.kinds)),
      modes: sorted(all.map((one) => one.modes)),
      groups: all.some((one) => one.groups),
    };
  }

  /** Change some of the filter, write it into the address and tell everyone. */
  change(part: Partial<Filter>): void {
    const next = { ...this.#current, ...part };
    if (next.from && next.to && next.from > next.to) [next.from, next.to] = [next.to, next.from];
    if (JSON.stringify(next) === JSON.stringify(this.#current)) return;
    this.#current = next;
    const query = writeFilter(next, new URLSearchParams(this.#page.location.search)).toString();
    const { pathname, hash } = this.#page.location;
    this.#page.history.replaceState(
      this.#page.history.state,
      "",
      `${pathname}${query ? `?${query}` : ""}${hash}`,
    );
    this.dispatchEvent(new Event("change"));
  }

  /** Read the address again, after the reader went back or forward. */
  reread(): void {
    const next = readFilter(new URLSearchParams(this.#page.location.search));
    if (JSON.stringify(next) === JSON.stringify(this.#current)) return;
    this.#current = next;
    this.dispatchEvent(new Event("change"));
  }

  /** A part of the page says what it can be filtered by, or null when it leaves. */
  offer(part: object, offer: Offer | null): void {
    if (offer) this.#offers.set(part, offer);
    else this.#offers.delete(part);
    this.dispatchEvent(new Event("offer"));
  }
}
