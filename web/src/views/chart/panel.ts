/** The panel beside the chart: one node in words, and what can be done with it. */

import { el, link, name } from "../../core/dom.ts";
import { say, sayOf, word } from "../../core/words.ts";
import { type ChartGraph, reasonOf } from "./data.ts";

export interface PanelActions {
  readonly choose: (id: string) => void;
  readonly expand: (id: string) => void;
  readonly remove: (id: string) => void;
}

const MOST_NEIGHBOURS = 12;

/** What is known of the chosen node: why it is here, its page, and the sentences behind its links. */
export function panelOf(
  graph: ChartGraph,
  id: string | null,
  removed: ReadonlySet<string>,
  actions: PanelActions,
): HTMLElement {
  if (id === null || !graph.hasNode(id))
    return el("div", { class: "hw-panel" }, el("p", {}, say("chart.choose")));
  const told = graph.getNodeAttribute(id, "told");
  const about = [word(told.kind), told.category && word(told.category)].filter(Boolean).join(", ");
  return el(
    "div",
    { class: "hw-panel" },
    el("h3", {}, link(told.href, name(told.name))),
    el("p", {}, about),
    el(
      "p",
      {},
      say("chart.links", { shown: graph.degree(id), all: told.degree ?? graph.degree(id) }),
    ),
    el("p", {}, why(graph, id), " ", told.href && link(told.href, say("chart.why"))),
    el(
      "p",
      { class: "hw-buttons" },
      button("expand", say("chart.expand"), () => actions.expand(id)),
      button("remove", say(removed.has(id) ? "chart.restore" : "chart.remove"), () =>
        actions.remove(id),
      ),
    ),
    neighbours(graph, id, actions),
  );
}

function why(graph: ChartGraph, id: string): string {
  const reason = reasonOf(graph, id);
  if (!reason) return "";
  if ("place" in reason) return say("chart.ranked", { place: reason.place });
  return sayOf("chart.linked", { name: graph.getNodeAttribute(reason.by, "told").name });
}

function button(act: string, text: string, does: () => void): HTMLElement {
  return el("button", { type: "button", "data-act": act, click: does }, text);
}

/** Put a panel in the place of the one before; whoever was in it with the keyboard stays in it. */
export function putPanel(host: HTMLElement, panel: HTMLElement): void {
  const active = document.activeElement;
  const within = active instanceof HTMLElement && host.contains(active) ? active : null;
  const act = within?.dataset["act"];
  host.replaceChildren(panel);
  if (!within) return;
  panel.tabIndex = -1;
  const same = act && panel.querySelector<HTMLElement>(`[data-act="${act}"]`);
  (same || panel).focus();
}

function neighbours(graph: ChartGraph, id: string, actions: PanelActions): HTMLElement | null {
  const ids = graph.neighbors(id).sort((a, b) => graph.degree(b) - graph.degree(a));
  if (!ids.length) return null;
  const items = ids.slice(0, MOST_NEIGHBOURS).map((near) => {
    const layers = graph.mapEdges(id, near, (_edge, mark) => word(mark.told.layer ?? ""));
    const grades = graph.mapEdges(id, near, (_edge, mark) => mark.told.grade ?? "");
    const how = [...new Set([...layers, ...grades])].filter(Boolean).join(", ");
    const called = graph.getNodeAttribute(near, "told").name;
    const to = el(
      "button",
      { type: "button", class: "hw-plain", click: () => actions.choose(near) },
      name(called),
    );
    const told = graph.mapEdges(id, near, (_edge, mark) => mark.told.href).find(Boolean);
    const whose = el("span", { class: "hw-unseen" }, ": ", name(called));
    const sentence = told && link(told, say("chart.sentence"), whose);
    return el("li", {}, to, " ", el("small", {}, how), " ", sentence);
  });
  const left = ids.length - items.length;
  return el(
    "div",
    {},
    el("h4", {}, say("chart.neighbours")),
    el("ul", {}, ...items),
    left > 0 && el("p", { class: "hw-more" }, say("chart.more-neighbours", { left })),
  );
}
