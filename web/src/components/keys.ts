/**
 * Single-letter keys for pages. Markup says what they do, so that a page without them still works:
 *
 * - `data-item` on each item of a list: `j` and `k` go to the next and the one before it; `k` as the
 *   first step goes to the item with `data-just`, on which somebody has just decided;
 * - `data-key="a"` on a button or link: the letter presses it, in the current item first;
 * - `data-does="Take back"` on a key's name: the key is listed, also where nothing has it now;
 * - `data-go="n"` on a link: `g` and then the letter follows it;
 * - `/` goes to the search box (`input[type=search]`), `?` shows the keys of the page.
 *
 * They can be switched off (WCAG 2.2, 2.1.4); the choice stays in this browser.
 */

import { el } from "../core/dom.ts";
import { say } from "../core/words.ts";

const CHOICE = "hw-keys";

function wanted(): boolean {
  try {
    return localStorage.getItem(CHOICE) !== "off";
  } catch {
    return true;
  }
}

function want(on: boolean): void {
  try {
    localStorage.setItem(CHOICE, on ? "on" : "off");
  } catch {
    // Where the browser keeps nothing, the choice holds for no longer than this page.
  }
}

/** Whether a key is part of what somebody is writing. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=listbox]"))
  );
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-item]")].filter(
    (one) => one.offsetParent !== null,
  );
}

function currentItem(): HTMLElement | null {
  return (
    document.activeElement?.closest<HTMLElement>("[data-item]") ??
    document.querySelector<HTMLElement>('[data-item][aria-current="true"]')
  );
}

/** The item that was just decided on, for the first step alone. */
function justDecided(): HTMLElement | null {
  const just = document.querySelector<HTMLElement>("[data-just]");
  just?.removeAttribute("data-just");
  return just;
}

function step(by: number): boolean {
  const all = items();
  const just = justDecided();
  const now = currentItem();
  const at = now ? all.indexOf(now) : -1;
  const beside = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  const next = by < 0 && just ? just : beside;
  if (!next) return false;
  now?.removeAttribute("aria-current");
  next.setAttribute("aria-current", "true");
  if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function press(key: string): boolean {
  const selector = `[data-key="${CSS.escape(key)}"]:not(:disabled)`;
  const outside = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (one) => !one.closest("[data-item]"),
  );
  const found = currentItem()?.querySelector<HTMLElement>(selector) ?? outside;
  found?.click();
  return found !== undefined && found !== null;
}

const SOON = 1500;
let goUntil = 0;

/** After `g`, the next letter follows a link of the menu. */
function go(key: string): boolean {
  if (performance.now() > goUntil) {
    if (key !== "g" || !document.querySelector("[data-go]")) return false;
    goUntil = performance.now() + SOON;
    return true;
  }
  goUntil = 0;
  const found = document.querySelector<HTMLElement>(`[data-go="${CSS.escape(key)}"]`);
  found?.click();
  return found !== null;
}

function search(): boolean {
  const box = document.querySelector<HTMLElement>('[data-key="/"], input[type="search"]');
  box?.focus();
  return box !== null;
}

function known(): [string, string][] {
  const told = new Map<string, string>();
  if (items().length) told.set("j", say("keys.next")).set("k", say("keys.previous"));
  for (const one of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const label = one.getAttribute("aria-label") ?? one.textContent?.trim() ?? "";
    if (one.dataset.key && !told.has(one.dataset.key)) told.set(one.dataset.key, label);
  }
  for (const one of document.querySelectorAll<HTMLElement>("kbd[data-does]"))
    if (!told.has(one.textContent)) told.set(one.textContent, one.dataset.does ?? "");
  for (const one of document.querySelectorAll<HTMLElement>("[data-go]"))
    told.set(`g ${one.dataset.go}`, one.textContent?.trim() ?? "");
  told.set("/", say("keys.search")).set("?", say("keys.show"));
  return [...told];
}

function show(): boolean {
  document.querySelector("dialog.hw-keys")?.remove();
  const use = el("input", { type: "checkbox", checked: wanted() });
  use.addEventListener("change", () => want(use.checked));
  const dialog = el(
    "dialog",
    { class: "hw-keys", "aria-label": say("keys.title") },
    el("h2", {}, say("keys.title")),
    el(
      "dl",
      {},
      ...known().map(([key, does]) =>
        el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, does)),
      ),
    ),
    el("p", {}, el("label", {}, use, say("keys.use"))),
    el("form", { method: "dialog" }, el("button", {}, say("keys.close"))),
  );
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

function act(key: string): boolean {
  if (key === "?") return show();
  if (!wanted()) return false;
  if (go(key)) return true;
  if (key === "j") return step(1);
  if (key === "k") return step(-1);
  if (key === "/") return search();
  return key.length === 1 && press(key);
}

/** Listen for keys on the whole page; what a field holds that asks for it is selected. */
export function listenForKeys(): void {
  document.querySelector<HTMLInputElement>("input[autofocus][data-select]")?.select();
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target) || document.querySelector("dialog[open]")) return;
    if (act(event.key)) event.preventDefault();
  });
}
