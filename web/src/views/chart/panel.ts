/** The panel beside the chart: one node in words, and what can be done with it. */

import { el, link, name } from "../../core/dom.ts";
import { say, word } from "../../core/words.ts";
import type { ChartGraph } from "./data.ts";

export interface PanelActions {
  readonly choose: (id: string) => void;
  readonly expand: (id: string) => void;
  readonly remove: (id: string) => void;
}

const MOST_NEIGHBOURS = 12;

/** What is known of the chosen node, with links to its page and its reasons. */
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
    told.href && el("p", {}, link(told.href, say("chart.why"))),
    el(
      "p",
      { class: "hw-buttons" },
      button(say("chart.expand"), () => actions.expand(id)),
      button(say(removed.has(id) ? "chart.restore" : "chart.remove"), () => actions.remove(id)),
    ),
    neighbours(graph, id, actions),
  );
}

function button(text: string, act: () => void): HTMLElement {
  return el("button", { type: "button", click: act }, text);
}

function neighbours(graph: ChartGraph, id: string, actions: PanelActions): HTMLElement | null {
  const ids = graph.neighbors(id).sort((a, b) => graph.degree(b) - graph.degree(a));
  if (!ids.length) return null;
  const items = ids.slice(0, MOST_NEIGHBOURS).map((near) => {
    const layers = graph.mapEdges(id, near, (_edge, mark) => word(mark.told.layer ?? ""));
    const grades = graph.mapEdges(id, near, (_edge, mark) => mark.told.grade ?? "");
    const how = [...new Set([...layers, ...grades])].filter(Boolean).join(", ");
    const to = el(
      "button",
      { type: "button", class: "hw-plain", click: () => actions.choose(near) },
      name(graph.getNodeAttribute(near, "told").name),
    );
    return el("li", {}, to, " ", el("small", {}, how));
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
