/** What of the chart passes the filter, and what the reader chose and removed. */

import { type Filter, inRange, passes } from "../../core/filters.ts";
import { holds } from "../../core/text.ts";
import type { ChartGraph, ChartLink } from "./data.ts";
import type { Look } from "./looks.ts";

export interface Passed {
  readonly nodes: ReadonlySet<string> | null;
  readonly links: ReadonlySet<string> | null;
  readonly matched: ReadonlySet<string>;
}

/**
 * Nodes and links that pass.
 *
 * Words searched for keep the nodes whose names hold them, and their neighbours. A restriction of
 * links (time, groups, layers) keeps the nodes that still have a link, and those searched for.
 */
export function passed(graph: ChartGraph, filter: Filter, off: ReadonlySet<string>): Passed {
  const restricted = Boolean(filter.from || filter.to || filter.least || off.size);
  const matched = matches(graph, filter);
  if (!restricted && !filter.text && !filter.kinds.length)
    return { nodes: null, links: null, matched };
  const kinds = kindsOf(graph);
  const nodes = new Set<string>();
  const links = new Set<string>();
  const kept = (id: string) => passes(filter.kinds, kinds, graph.getNodeAttribute(id, "told").kind);
  graph.forEachEdge((id, mark, from, to) => {
    const wanted = !filter.text || matched.has(from) || matched.has(to);
    if (!wanted || !kept(from) || !kept(to) || !linkPasses(mark.told, filter, off)) return;
    links.add(id);
    nodes.add(from).add(to);
  });
  graph.forEachNode((id) => {
    if (kept(id) && (filter.text ? matched.has(id) : !restricted)) nodes.add(id);
  });
  return { nodes, links, matched };
}

function linkPasses(told: ChartLink, filter: Filter, off: ReadonlySet<string>): boolean {
  return (
    (told.groups ?? 0) >= filter.least &&
    !off.has(told.layer ?? "") &&
    inRange(filter, told.first, told.last)
  );
}

function matches(graph: ChartGraph, filter: Filter): Set<string> {
  if (!filter.text) return new Set();
  return new Set(graph.filterNodes((_id, mark) => holds(mark.told.name, filter.text)));
}

export function kindsOf(graph: ChartGraph): Set<string> {
  return new Set(graph.mapNodes((_id, mark) => mark.told.kind));
}

export function layersOf(graph: ChartGraph): string[] {
  return [...new Set(graph.mapEdges((_id, mark) => mark.told.layer ?? ""))].sort();
}

/** What the surface draws, from what passes and what the reader chose and removed. */
export function lookFrom(
  graph: ChartGraph,
  passes: Passed,
  chosen: string | null,
  removed: ReadonlySet<string>,
): Look {
  const near = new Set(chosen && graph.hasNode(chosen) ? graph.neighbors(chosen) : []);
  return { ...passes, chosen, near, removed: new Set(removed) };
}
