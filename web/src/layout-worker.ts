/** The worker that computes a layout; no random number is drawn anywhere in it. */

import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { Order, Step } from "./views/chart/layout-steps.ts";

self.onmessage = ({ data }: MessageEvent<Order>) => {
  data.steps.forEach((rounds, at) => {
    for (let round = 0; round < rounds; round += 1) iterate(data.settings, data.nodes, data.edges);
    const step: Step = { nodes: data.nodes, last: at === data.steps.length - 1 };
    self.postMessage(step);
  });
};
