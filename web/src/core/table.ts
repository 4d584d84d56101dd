/** The text alternative of a drawing. */

import { el, link, name } from "./dom.ts";
import { say } from "./words.ts";

/** A cell: a text, or a text with the address it leads to. */
export type Cell = string | { text: string; href: string | null | undefined };
export type Row = Cell[];

export const LONGEST_TABLE = 500;

/** A table of the first rows, with a sentence about those left out. */
export function tableOf(headings: string[], rows: Row[]): HTMLElement {
  const cell = (one: Cell) =>
    typeof one === "string"
      ? el("td", {}, name(one))
      : el("td", {}, link(one.href, name(one.text)));
  const shown = rows.slice(0, LONGEST_TABLE);
  const left = rows.length - shown.length;
  return el(
    "div",
    { class: "hw-scroll", tabindex: "0", role: "region", "aria-label": say("table.title") },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, ...headings.map((one) => el("th", { scope: "col" }, one)))),
      el("tbody", {}, ...shown.map((row) => el("tr", {}, ...row.map(cell)))),
    ),
    left > 0 && el("p", {}, say("table.left-out", { shown: shown.length, left })),
  );
}
