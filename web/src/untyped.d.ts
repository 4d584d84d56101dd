/** Names of files that the build puts in, with the hash of what is in them. */
declare const LAYOUT_WORKER: string;
declare const MAP_WORKER: string;
declare const BASEMAP: string;

declare module "graphology-layout-forceatlas2/iterate.js" {
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): void;
}

declare module "graphology-layout-forceatlas2/helpers.js" {
  export function graphToByteArrays(
    graph: unknown,
    weight: (edge: string, mark: Record<string, unknown>) => number,
  ): { nodes: Float32Array; edges: Float32Array };
}

declare module "*.css";
