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

/** Who is tied to whom, by index: the neighbours of node `n` are those from `starts[n]` on. */
interface Ties {
  readonly ids: readonly string[];
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
  readonly weights: Float64Array;
}

function tiesOf(graph: ChartGraph): Ties {
  const ids = graph.nodes();
  const at = new Map(ids.map((id, index) => [id, index]));
  const ends: [number, number, number][] = [];
  const starts = new Uint32Array(ids.length + 1);
  graph.forEachEdge((_id, mark, from, to) => {
    const [one, other] = [at.get(from) as number, at.get(to) as number];
    if (one === other) return;
    ends.push([one, other, mark.weight], [other, one, mark.weight]);
  });
  for (const [one] of ends) starts[one + 1] = (starts[one + 1] as number) + 1;
  for (let index = 0; index < ids.length; index += 1)
    starts[index + 1] = (starts[index + 1] as number) + (starts[index] as number);
  const next = starts.slice();
  const others = new Uint32Array(ends.length);
  const weights = new Float64Array(ends.length);
  for (const [one, other, weight] of ends) {
    const here = next[one] as number;
    [next[one], others[here], weights[here]] = [here + 1, other, weight];
  }
  return { ids, starts, others, weights };
}

/** The community of each node, by index; nodes without links are together in one. */
function communitiesOf(ties: Ties): Uint32Array {
  const count = ties.ids.length;
  const labels = Uint32Array.from({ length: count }, (_none, index) => index);
  const lonely = labels.find((index) => ties.starts[index] === ties.starts[index + 1]) ?? 0;
  const strongest = strongestOf(ties, labels);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = 0;
    for (let index = 0; index < count; index += 1) {
      const best = strongest(index) ?? lonely;
      if (best === labels[index]) continue;
      labels[index] = best;
      moved += 1;
    }
    if (!moved) break;
  }
  return labels;
}

/** Finds the label that most of what is tied to a node has; null where nothing is tied to it. */
function strongestOf({ starts, others, weights }: Ties, labels: Uint32Array) {
  const sums = new Float64Array(labels.length);
  return (index: number): number | null => {
    const [from, end] = [starts[index] as number, starts[index + 1] as number];
    let best: number | null = null;
    let most = 0;
    for (let at = from; at < end; at += 1) {
      const label = labels[others[at] as number] as number;
      sums[label] = (sums[label] as number) + (weights[at] as number);
    }
    for (let at = from; at < end; at += 1) {
      const label = labels[others[at] as number] as number;
      const sum = sums[label] as number;
      sums[label] = 0;
      if (sum < most || sum === 0 || (sum === most && best !== null && label > best)) continue;
      [best, most] = [label, sum];
    }
    return best;
  };
}

/** Give every node of a graph its first place. */
export function place(graph: ChartGraph): void {
  const ties = tiesOf(graph);
  const degree = (index: number) =>
    (ties.starts[index + 1] as number) - (ties.starts[index] as number);
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
      .sort((a, b) => degree(b) - degree(a))
      .forEach((index, rank) => {
        const reach = SPACING * Math.sqrt(rank);
        const mark = graph.getNodeAttributes(ties.ids[index] as string);
        mark.x = x + reach * Math.cos(rank * GOLDEN);
        mark.y = y + reach * Math.sin(rank * GOLDEN);
      });
  });
}

/** The centres of the communities: ForceAtlas2 among them as discs that keep apart. */
function centresOf(groups: readonly number[][], ties: Ties): [number, number][] {
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
  const edges = tiesBetween(groups, ties);
  const rounds = Math.min(COARSE_ROUNDS, Math.ceil(4e5 / (groups.length ** 2 + 1)));
  for (let round = 0; round < rounds; round += 1) iterate(settings, nodes, edges);
  return groups.map((_group, at) => [
    nodes[at * NUMBERS_A_NODE] ?? 0,
    nodes[at * NUMBERS_A_NODE + 1] ?? 0,
  ]);
}

function tiesBetween(
  groups: readonly number[][],
  { ids, starts, others, weights }: Ties,
): Float32Array {
  const groupOf = new Uint32Array(ids.length);
  groups.forEach((group, at) => {
    for (const index of group) groupOf[index] = at;
  });
  const sums = new Map<number, number>();
  for (let index = 0; index < ids.length; index += 1) {
    const from = groupOf[index] as number;
    for (let at = starts[index] as number; at < (starts[index + 1] as number); at += 1) {
      const to = groupOf[others[at] as number] as number;
      if (from >= to) continue;
      const key = from * groups.length + to;
      sums.set(key, (sums.get(key) ?? 0) + (weights[at] as number));
    }
  }
  const rows = [...sums].flatMap(([key, sum]) => {
    const from = Math.floor(key / groups.length);
    return [from * NUMBERS_A_NODE, (key % groups.length) * NUMBERS_A_NODE, sum];
  });
  return new Float32Array(rows);
}
