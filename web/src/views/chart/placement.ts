/**
 * Where the nodes stand at first: every community a disc, its best linked in the middle, communities
 * that are linked beside each other. Readable at once, and a good start for the layout.
 *
 * Communities by label propagation (Raghavan, Albert and Kumara, 2007), in a fixed order and with
 * ties to the smallest label, so that the same network always gets the same places.
 */

import forceAtlas2 from "graphology-layout-forceatlas2";
import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { ChartGraph } from "./data.ts";
import { NUMBERS_A_NODE } from "./layout-steps.ts";

const ROUNDS = 12;
const COARSE_ROUNDS = 80;
const SPACING = 6;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

interface Ties {
  readonly ids: readonly string[];
  /** Pairs of node, neighbour and weight, by index. */
  readonly near: readonly (readonly [number, number])[][];
}

function tiesOf(graph: ChartGraph): Ties {
  const ids = graph.nodes();
  const at = new Map(ids.map((id, index) => [id, index]));
  const near: [number, number][][] = ids.map(() => []);
  graph.forEachEdge((_id, mark, from, to) => {
    const [one, other] = [at.get(from) as number, at.get(to) as number];
    if (one === other) return;
    near[one]?.push([other, mark.weight]);
    near[other]?.push([one, mark.weight]);
  });
  return { ids, near };
}

/** The community of each node, by index; nodes without links are together in one. */
export function communitiesOf({ near }: Ties): number[] {
  const lonely = near.findIndex((ties) => !ties.length);
  const labels = near.map((ties, index) => (ties.length ? index : lonely));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = 0;
    near.forEach((ties, index) => {
      const best = strongest(ties, labels);
      if (best === null || best === labels[index]) return;
      labels[index] = best;
      moved += 1;
    });
    if (!moved) break;
  }
  return labels;
}

function strongest(ties: readonly (readonly [number, number])[], labels: number[]): number | null {
  const sums = new Map<number, number>();
  for (const [other, weight] of ties) {
    const label = labels[other] as number;
    sums.set(label, (sums.get(label) ?? 0) + weight);
  }
  let best: number | null = null;
  let most = 0;
  for (const [label, sum] of sums) {
    if (sum < most || (sum === most && best !== null && label > best)) continue;
    [best, most] = [label, sum];
  }
  return best;
}

/** Give every node of a graph its first place. */
export function place(graph: ChartGraph): void {
  const ties = tiesOf(graph);
  const labels = communitiesOf(ties);
  const members = new Map<number, number[]>();
  labels.forEach((label, index) => {
    const group = members.get(label);
    if (group) group.push(index);
    else members.set(label, [index]);
  });
  const groups = [...members.values()].sort((a, b) => b.length - a.length);
  const centres = centresOf(groups, ties);
  groups.forEach((group, at) => {
    const [x, y] = centres[at] as [number, number];
    group
      .sort((a, b) => (ties.near[b]?.length ?? 0) - (ties.near[a]?.length ?? 0))
      .forEach((index, rank) => {
        const reach = SPACING * Math.sqrt(rank);
        graph.mergeNodeAttributes(ties.ids[index] as string, {
          x: x + reach * Math.cos(rank * GOLDEN),
          y: y + reach * Math.sin(rank * GOLDEN),
        });
      });
  });
}

/** The centres of the communities: ForceAtlas2 among them as discs that keep apart. */
function centresOf(groups: readonly number[][], { near }: Ties): [number, number][] {
  const nodes = new Float32Array(groups.length * NUMBERS_A_NODE);
  groups.forEach((group, at) => {
    const reach = 3 * SPACING * Math.sqrt(at * (groups[0]?.length ?? 1));
    const size = SPACING * Math.sqrt(group.length) + SPACING;
    nodes.set(
      [
        reach * Math.cos(at * GOLDEN),
        reach * Math.sin(at * GOLDEN),
        0,
        0,
        0,
        0,
        group.length,
        1,
        size,
      ],
      at * NUMBERS_A_NODE,
    );
  });
  const settings = {
    ...forceAtlas2.inferSettings(Math.max(2, groups.length)),
    barnesHutOptimize: false,
    barnesHutTheta: 0.9,
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: true,
    edgeWeightInfluence: 0.5,
  };
  const edges = tiesBetween(groups, near);
  const rounds = Math.min(COARSE_ROUNDS, Math.ceil(1e6 / (groups.length ** 2 + 1)));
  for (let round = 0; round < rounds; round += 1) iterate(settings, nodes, edges);
  return groups.map((_group, at) => [
    nodes[at * NUMBERS_A_NODE] ?? 0,
    nodes[at * NUMBERS_A_NODE + 1] ?? 0,
  ]);
}

function tiesBetween(
  groups: readonly number[][],
  near: readonly (readonly (readonly [number, number])[])[],
): Float32Array {
  const groupOf = new Map(
    groups.flatMap((group, at) => group.map((index) => [index, at] as const)),
  );
  const sums = new Map<number, number>();
  near.forEach((ties, index) => {
    const from = groupOf.get(index) as number;
    for (const [other, weight] of ties) {
      const to = groupOf.get(other) as number;
      if (from >= to) continue;
      const key = from * groups.length + to;
      sums.set(key, (sums.get(key) ?? 0) + weight);
    }
  });
  const rows = [...sums].flatMap(([key, sum]) => {
    const from = Math.floor(key / groups.length);
    return [from * NUMBERS_A_NODE, (key % groups.length) * NUMBERS_A_NODE, sum];
  });
  return new Float32Array(rows);
}
