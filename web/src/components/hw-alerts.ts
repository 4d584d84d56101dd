/**
 * `<hw-alerts src>`: alerts as the server raises them, by server-sent events.
 *
 * An event `alert` carries JSON `{id, text, href, urgent}`. Each is listed with the newest first and
 * read out politely; an urgent one (a life at risk) is read out at once, and stands above the others
 * however many come after it. Fires `hw-alert` with it.
 * With `brief`, as on pages that are about something else, it stays hidden until there is one, and
 * `all` is the address of the whole list. What a page says with `data-until-alert`, as that there is
 * none, goes with the first.
 */

import { el, link, name, safeHref } from "../core/dom.ts";
import { OneStream } from "../core/one-stream.ts";
import { say } from "../core/words.ts";

interface Alert {
  readonly id: string;
  readonly text: string;
  readonly href?: string | null;
  readonly urgent?: boolean;
}

const LONGEST = 20;
const LONGEST_BRIEF = 3;

export class HwAlerts extends HTMLElement {
  #stream: OneStream | null = null;
  #state = el("p", { class: "hw-status" }, say("alerts.none"));
  #list = el("ol", { class: "hw-alert-list" });
  #box = el("div", { class: "hw-alert-box" }, this.#state, this.#list);
  #polite = el("div", { role: "status", "aria-live": "polite", class: "hw-unseen" });
  #urgent = el("div", { role: "alert", "aria-live": "assertive", class: "hw-unseen" });
  #known = new Set<string>();

  connectedCallback(): void {
    const src = safeHref(this.getAttribute("src"));
    if (!src) return;
    if (this.#brief) this.#shorten();
    this.replaceChildren(this.#box, this.#polite, this.#urgent);
    const session = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
    this.#stream = new OneStream(src, "alert", session, {
      take: (data) => this.#take(data),
      state: (open) => this.#tell(open),
    });
  }

  disconnectedCallback(): void {
    this.#stream?.close();
  }

  get #brief(): boolean {
    return this.hasAttribute("brief");
  }

  #shorten(): void {
    const close = () => {
      this.#list.replaceChildren();
      this.#box.hidden = true;
    };
    this.#box.hidden = true;
    this.#box.setAttribute("role", "region");
    this.#box.setAttribute("aria-label", say("alerts.title"));
    this.#box.append(
      el(
        "p",
        { class: "hw-bar" },
        link(this.getAttribute("all"), say("alerts.all")),
        el("button", { type: "button", click: close }, say("alerts.close")),
      ),
    );
  }

  #tell(open: boolean): void {
    const calm = this.#known.size ? "alerts.connected" : "alerts.none";
    this.#state.textContent = say(open ? calm : "alerts.lost");
    this.#state.hidden = open && this.#brief;
    if (this.#brief) this.#box.hidden = open && !this.#list.children.length;
  }

  #take(data: string): void {
    let alert: Alert;
    try {
      alert = JSON.parse(data) as Alert;
    } catch {
      console.warn("an alert was not JSON");
      return;
    }
    if (typeof alert?.text !== "string" || this.#known.has(alert.id)) return;
    this.#known.add(alert.id);
    const text = alert.urgent ? say("alerts.urgent", { text: alert.text }) : alert.text;
    const item = el(
      "li",
      { class: alert.urgent ? "hw-urgent" : null },
      link(alert.href, name(text)),
    );
    this.#list.insertBefore(
      item,
      alert.urgent ? this.#list.firstChild : this.#list.querySelector("li:not(.hw-urgent)"),
    );
    const most = this.#brief ? LONGEST_BRIEF : LONGEST;
    while (this.#list.children.length > most) this.#list.lastElementChild?.remove();
    this.#box.hidden = false;
    for (const none of document.querySelectorAll("[data-until-alert]")) none.remove();
    this.#tell(true);
    (alert.urgent ? this.#urgent : this.#polite).textContent = text;
    this.dispatchEvent(new CustomEvent("hw-alert", { bubbles: true, detail: alert }));
  }
}
