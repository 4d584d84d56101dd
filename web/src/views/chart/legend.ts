/** What the shapes, marks and kinds of link mean; kinds of link can be switched off. */

import { el } from "../../core/dom.ts";
import { PAPER } from "../../core/palette.ts";
import { say, word } from "../../core/words.ts";
import type { ChartGraph } from "./data.ts";
import { icon, lookOf, shapeOf } from "./marks.ts";
import { kindsOf, layersOf } from "./state.ts";

/** The legend of what is in the graph now. */
export function legendOf(
  graph: ChartGraph,
  off: ReadonlySet<string>,
  onSwitch: (layer: string, on: boolean) => void,
): HTMLElement {
  const kinds = [...kindsOf(graph)].sort().map((kind) => {
    return el("li", {}, icon(shapeOf(kind), "plain", PAPER), word(kind));
  });
  const categories = new Set(graph.mapNodes((_id, mark) => mark.told.category ?? ""));
  const looks = [...categories]
    .filter(Boolean)
    .sort()
    .map((category) => {
      const { mark, color } = lookOf(category);
      return el("li", {}, icon("circle", mark, color), word(category));
    });
  const removed = el("li", {}, icon("circle", "hollow", PAPER), say("chart.removed"));
  return el(
    "div",
    { class: "hw-legend", role: "group", "aria-label": say("legend") },
    el("ul", {}, ...kinds, ...looks, removed),
    el("ul", {}, ...layersOf(graph).map((layer) => layerSwitch(layer, !off.has(layer), onSwitch))),
  );
}

function layerSwitch(
  layer: string,
  on: boolean,
  onSwitch: (layer: string, on: boolean) => void,
): HTMLElement {
  const box = el("input", { type: "checkbox", checked: on });
  box.addEventListener("change", () => onSwitch(layer, box.checked));
  return el("li", {}, el("label", {}, box, layer ? word(layer) : say("chart.no-layer")));
}
