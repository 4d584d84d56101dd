/**
 * `<hw-alerts src>`: alerts as the server raises them, by server-sent events.
 *
 * An event `alert` carries JSON `{id, text, href, urgent}`. Each is listed with the newest first and
 * read out politely; an urgent one (a life at risk) is read out at once. Fires `hw-alert` with it.
 */

import { el, link, name, safeHref } from "../core/dom.ts";
import { say } from "../core/words.ts";

interface Alert {
  readonly id: string;
  readonly text: string;
  readonly href?: string | null;
  readonly urgent?: boolean;
}

const LONGEST = 20;

export class HwAlerts extends HTMLElement {
  #source: EventSource | null = null;
  #state = el("p", { class: "hw-status" }, say("alerts.none"));
  #list = el("ol", { class: "hw-alert-list" });
  #polite = el("div", { role: "status", "aria-live": "polite", class: "hw-unseen" });
  #urgent = el("div", { role: "alert", "aria-live": "assertive", class: "hw-unseen" });
  #known = new Set<string>();

  connectedCallback(): void {
    const src = safeHref(this.getAttribute("src"));
    if (!src) return;
    this.append(this.#state, this.#list, this.#polite, this.#urgent);
    this.#source = new EventSource(src);
    this.#source.addEventListener("alert", (event) => this.#take(event as MessageEvent<string>));
    this.#source.addEventListener("open", () => {
      this.#state.textContent = say(this.#known.size ? "alerts.connected" : "alerts.none");
    });
    this.#source.addEventListener("error", () => {
      this.#state.textContent = say("alerts.lost");
    });
  }

  disconnectedCallback(): void {
    this.#source?.close();
  }

  #take(event: MessageEvent<string>): void {
    let alert: Alert;
    try {
      alert = JSON.parse(event.data) as Alert;
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
    this.#list.prepend(item);
    while (this.#list.children.length > LONGEST) this.#list.lastElementChild?.remove();
    this.#state.textContent = say("alerts.connected");
    (alert.urgent ? this.#urgent : this.#polite).textContent = text;
    this.dispatchEvent(new CustomEvent("hw-alert", { bubbles: true, detail: alert }));
  }
}
