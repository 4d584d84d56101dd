/**
 * Marking: words that somebody marks in the text of an item stand in the form for what was missed,
 * and go along to it, and from one of its kinds to the next. Without it they are written there.
 */

import { markOf, partAt, type Mark } from "../core/marks.ts";

let last: (Mark & { item: Element }) | undefined;

function marked(): typeof last {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const inside = range.commonAncestorContainer;
  const text = (inside instanceof Element ? inside : inside.parentElement)?.closest(".item > .text");
  const item = text?.closest(".item");
  if (!text || !item) return undefined;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const mark = markOf(before.toString(), range.toString());
  return mark && { ...mark, item };
}

function put(mark: Mark, form: Element): void {
  const words = form.querySelector<HTMLInputElement>('[name="words"]');
  const sentences = form.querySelector<HTMLSelectElement>('[name="at"]');
  if (!words || !sentences) return;
  words.value = mark.words;
  const begins = [...sentences.options].map((one) => Number(one.value));
  sentences.selectedIndex = partAt(begins, mark.at);
}

function takeAlong(link: HTMLAnchorElement): void {
  const form = link.closest(".adding")?.querySelector("form");
  const words = form?.querySelector<HTMLInputElement>('[name="words"]')?.value;
  const at = form?.querySelector<HTMLSelectElement>('[name="at"]')?.value;
  const here = last?.item === link.closest(".item") ? last : undefined;
  const url = new URL(link.href);
  const known = { words: words ?? here?.words, at: at ?? here?.at };
  for (const [name, value] of Object.entries(known))
    if (value !== undefined) url.searchParams.set(name, String(value));
  link.href = url.href;
}

export function listenForMarks(): void {
  if (!document.querySelector("[data-add], .adding")) return;
  document.addEventListener("selectionchange", () => {
    const mark = marked();
    if (!mark) return;
    last = mark;
    const form = mark.item.querySelector(".adding form");
    if (form) put(mark, form);
  });
  document.addEventListener("click", (event) => {
    const on = event.target instanceof Element ? event.target : null;
    const link = on?.closest<HTMLAnchorElement>("a[data-add], .kinds a");
    if (link) takeAlong(link);
  });
}
