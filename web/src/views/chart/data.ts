/** The link chart's data: what the server sends, and the graph made of it. */

import Graph from "graphology";
import type { Attributes } from "graphology-types";
import { listOf } from "../../core/load.ts";
import { hashed } from "../../core/text.ts";

export interface ChartNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly category?: string | null;
  readonly score?: number | null;
  readonly degree?: number | null;
  readonly href?: string | null;
  /** Where it stands, if the server has placed every node. */
  readonly x?: number | null;
  readonly y?: number | null;
}

export interface ChartLink {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly layer?: string | null;
  readonly weight?: number | null;
  readonly first?: string | null;
  readonly last?: string | null;
  readonly groups?: number | null;
  readonly grade?: string | null;
  /** Where a sentence that tells of it is read. */
  readonly href?: string | null;
}

export interface NodeMark extends Attributes {
  x: number;
  y: number;
  size: number;
  fixed: boolean;
  told: ChartNode;
}

export interface LinkMark extends Attributes {
  weight: number;
  size: number;
  told: ChartLink;
}

export type ChartGraph = Graph<NodeMark, LinkMark>;

export interface Totals {
  readonly nodes: number;
  readonly links: number;
}

export function emptyGraph(): ChartGraph {
  return new Graph<NodeMark, LinkMark>({ multi: true, type: "undirected" });
}

/** How many there are in all, of which the chart shows a part. */
export function totalsOf(document: unknown): Totals | null {
  const told = (document as { total?: Partial<Totals> } | null)?.total;
  return typeof told?.nodes === "number" && typeof told.links === "number"
    ? { nodes: told.nodes, links: told.links }
    : null;
}

/**
 * Put what a document tells into the graph; what is there already stays where it is.
 *
 * Nodes and links are taken by id, not in the order sent, and a new node starts near another one
 * at a place computed from its id: the same data make the same chart tomorrow. Returns the ids of
 * the new nodes.
 */
export function addTo(graph: ChartGraph, document: unknown, near?: string): string[] {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const nodes = [...listOf<ChartNode>(document, "nodes")].sort(byId);
  const links = [...listOf<ChartLink>(document, "links")].sort(byId);
  graph.forEachNode((_id, mark) => {
    mark.fixed = true;
  });
  const fresh: string[] = [];
  const spread = 0.05 * extentOf(graph);
  const centre = near && graph.hasNode(near) ? graph.getNodeAttributes(near) : { x: 0, y: 0 };
  for (const told of nodes) {
    if (graph.hasNode(told.id)) continue;
    const place = isPlaced(told) ? { x: told.x, y: told.y } : scattered(told.id, centre, spread);
    graph.addNode(told.id, { ...place, size: 3, fixed: false, told });
    fresh.push(told.id);
  }
  for (const told of links) {
    const known = graph.hasNode(told.source) && graph.hasNode(told.target);
    if (!known || graph.hasEdge(told.id)) continue;
    const weight = Math.max(0.1, told.weight ?? 1);
    graph.addEdgeWithKey(told.id, told.source, told.target, {
      weight,
      size: Math.min(4, 1 + Math.log2(1 + weight) / 2),
      told,
    });
  }
  sizeNodes(graph);
  return fresh;
}

/** Whether the server says where a node stands. */
export function isPlaced(told: ChartNode): told is ChartNode & { x: number; y: number } {
  return typeof told.x === "number" && typeof told.y === "number";
}

function scattered(id: string, centre: { x: number; y: number }, spread: number) {
  const turn = (hashed(id) / 2 ** 32) * 2 * Math.PI;
  const reach = spread * Math.sqrt((hashed(`${id}/`) + 1) / 2 ** 32);
  return { x: centre.x + reach * Math.cos(turn), y: centre.y + reach * Math.sin(turn) };
}

function extentOf(graph: ChartGraph): number {
  let most = 1;
  graph.forEachNode((_id, mark) => {
    most = Math.max(most, Math.abs(mark.x), Math.abs(mark.y));
  });
  return most;
}

/** Ranked ones are drawn by their score; where nobody is ranked, by their links. */
function sizeNodes(graph: ChartGraph): void {
  let best = 0;
  let most = 1;
  graph.forEachNode((id, mark) => {
    best = Math.max(best, mark.told.score ?? 0);
    if (!best) most = Math.max(most, graph.degree(id));
  });
  graph.forEachNode((id, mark) => {
    const share = best > 0 ? (mark.told.score ?? 0) / best : graph.degree(id) / most;
    mark.size = 3.5 + 8 * Math.sqrt(Math.max(0, share));
  });
}

const BY_NAME = new Intl.Collator();

/** Nodes in the order of relevance: score, then links, then name. */
export function byRelevance(graph: ChartGraph): string[] {
  const ranked = graph.mapNodes((id, { told }) => {
    return { id, name: told.name, score: told.score ?? 0, degree: graph.degree(id) };
  });
  ranked.sort(
    (a, b) => b.score - a.score || b.degree - a.degree || BY_NAME.compare(a.name, b.name),
  );
  return ranked.map((one) => one.id);
}

/** Why a node is in the chart: its place by score, or the node that brought it in; null for neither. */
export function reasonOf(graph: ChartGraph, id: string): { place: number } | { by: string } | null {
  const score = graph.getNodeAttribute(id, "told").score ?? 0;
  if (score > 0)
    return {
      place: 1 + graph.filterNodes((_one, { told }) => (told.score ?? 0) > score).length,
    };
  const near = new Set(graph.neighbors(id));
  const by = byRelevance(graph).find((one) => near.has(one));
  return by === undefined ? null : { by };
}

/** Size of the largest connected part when some nodes are away. */
export function largestPart(graph: ChartGraph, away: ReadonlySet<string>): number {
  const seen = new Set<string>(away);
  let largest = 0;
  graph.forEachNode((start) => {
    if (seen.has(start)) return;
    const waiting = [start];
    seen.add(start);
    for (let at = 0; at < waiting.length; at += 1) {
      graph.forEachNeighbor(waiting[at] as string, (next) => {
        if (seen.has(next)) return;
        seen.add(next);
        waiting.push(next);
      });
    }
    largest = Math.max(largest, waiting.length);
  });
  return largest;
}
