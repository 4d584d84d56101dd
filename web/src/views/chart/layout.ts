/** Placing the nodes: ForceAtlas2 (Jacomy and others, 2014) in a worker, the same every time. */

import forceAtlas2 from "graphology-layout-forceatlas2";
import { graphToByteArrays } from "graphology-layout-forceatlas2/helpers.js";
import { type ChartGraph, largestPart } from "./data.ts";
import { NUMBERS_A_NODE, type Order, type Step } from "./layout-steps.ts";

const WORKER = new URL(LAYOUT_WORKER, import.meta.url);

/**
 * Move the nodes of a graph in a few steps; `onStep` is called after each, the last one with true.
 *
 * Returns a function that stops it. Where a worker cannot start, the nodes stay where they are.
 */
export function layOut(graph: ChartGraph, onStep: (last: boolean) => void): () => void {
  const ids = graph.nodes();
  const { nodes, edges } = graphToByteArrays(graph, (_edge, mark) => mark.weight as number);
  const settings = {
    ...forceAtlas2.inferSettings(graph.order),
    gravity: gravityOf(graph),
    barnesHutOptimize: graph.order > 300,
    barnesHutTheta: 0.9,
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 0.5,
  };
  const order: Order = { nodes, edges, settings, steps: [10, 20, 30, 40] };
  const worker = new Worker(WORKER, { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Step>) => {
    move(graph, ids, data.nodes);
    if (data.last) worker.terminate();
    onStep(data.last);
  };
  worker.onerror = () => {
    worker.terminate();
    onStep(true);
  };
  worker.postMessage(order);
  return () => worker.terminate();
}

/**
 * Parts that nothing ties to each other are pushed apart without end; the more of the graph lies in
 * such parts, the more is pulled to the middle, so that each keeps room for its own nodes.
 */
function gravityOf(graph: ChartGraph): number {
  const apart = 1 - largestPart(graph, new Set()) / Math.max(1, graph.order);
  return 0.05 + apart;
}

function move(graph: ChartGraph, ids: readonly string[], places: Float32Array): void {
  const at = new Map(ids.map((id, index) => [id, index * NUMBERS_A_NODE]));
  graph.updateEachNodeAttributes(
    (id, mark) => {
      const from = at.get(id);
      if (from !== undefined) {
        mark.x = places[from] ?? mark.x;
        mark.y = places[from + 1] ?? mark.y;
      }
      return mark;
    },
    { attributes: ["x", "y"] },
  );
}
