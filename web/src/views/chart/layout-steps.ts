/** What the page and its layout worker say to each other. */

/** Numbers that ForceAtlas2 keeps of a node; the first two are its place. */
export const NUMBERS_A_NODE = 10;

export interface Order {
  readonly nodes: Float32Array;
  readonly edges: Float32Array;
  readonly settings: object;
  /** Rounds to compute before each message back. */
  readonly steps: readonly number[];
}

export interface Step {
  readonly nodes: Float32Array;
  readonly last: boolean;
}
