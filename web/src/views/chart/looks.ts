/** How every node and link looks, given the filter and what the reader chose and removed. */

import { FAMILY, INK, PAPER } from "../../core/palette.ts";
import type { ChartGraph, LinkMark, NodeMark } from "./data.ts";
import { lookOf, shapeOf } from "./marks.ts";

// Sigma wants see-through colours already multiplied by how much they cover.
export const LINK = "rgba(38, 42, 46, 0.35)";
export const LINK_OF_FEW = "rgba(75, 82, 90, 0.7)";
const FEW = 600;
export const LINK_NEAR = "rgba(26, 26, 26, 1)";
export const LINK_FAR = "rgba(11, 12, 13, 0.1)";
const FADED = "#d3d3d3";
export const LABEL_SIZE = 13;

/** What the reader did to the chart; the surface only draws it. */
export interface Look {
  readonly chosen: string | null;
  readonly near: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  /** Nodes and links that pass the filter; null when nothing is filtered. */
  readonly nodes: ReadonlySet<string> | null;
  readonly links: ReadonlySet<string> | null;
  /** Nodes that match the words searched for. */
  readonly matched: ReadonlySet<string>;
}

/** Whether two looks draw the same, so that nothing is drawn twice. */
export function sameLook(one: Look, other: Look): boolean {
  return (
    one.chosen === other.chosen &&
    sameSet(one.near, other.near) &&
    sameSet(one.removed, other.removed) &&
    sameSet(one.nodes, other.nodes) &&
    sameSet(one.links, other.links) &&
    sameSet(one.matched, other.matched)
  );
}

function sameSet(one: ReadonlySet<string> | null, other: ReadonlySet<string> | null): boolean {
  if (one === null || other === null) return one === other;
  return one.size === other.size && [...one].every((id) => other.has(id));
}

/** A picture of the graph: sigma's, or a plain one where the browser has no WebGL. */
export interface Picture {
  look(look: Look): void;
  /** Call back on a click or tap on a node (its id) or beside all nodes (null). */
  onClick(tell: (id: string | null) => void): void;
  /** Bring a node into the middle, near enough to read its neighbours. */
  goTo(id: string): void;
  zoom(factor: number): void;
  whole(): void;
  destroy(): void;
}

interface Named {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: string | null;
}

/** A node as it is drawn, in pixels. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A line of letters: where it begins and ends, and how low it stands, in pixels. */
type Line = readonly [number, number, number];

const GAP = 4;

/** More nodes than these leave no place for names beside them. */
export const MANY_DOTS = 600;

/** How many dots a line of letters from one place to another would lie on. */
export function dotsUnder(dots: readonly Dot[], [from, to, at]: Line) {
  const middle = at - LABEL_SIZE / 3;
  const hit = ({ x, y, size }: Dot) =>
    x + size > from && x - size < to && Math.abs(y - middle) < size + LABEL_SIZE / 2;
  return dots.filter(hit).length;
}

/**
 * Writes names one after the other, leaving out those that would lie on another one.
 *
 * A name stands right of its dot, or left of it, below or above where fewer others are under it.
 */
export class Labels {
  #taken: Line[] = [];
  #dots: readonly Dot[] | null = null;

  constructor(private readonly dotsNow: () => readonly Dot[]) {}

  clear(): void {
    this.#taken = [];
    this.#dots = null;
  }

  readonly draw = (context: CanvasRenderingContext2D, data: Named): void => {
    if (!data.label) return;
    context.font = `${LABEL_SIZE}px ${FAMILY}`;
    const [x, y] = this.#place(data, context.measureText(data.label).width) ?? [];
    if (x === undefined || y === undefined) return;
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = PAPER;
    context.fillStyle = INK;
    context.strokeText(data.label, x, y);
    context.fillText(data.label, x, y);
  };

  /** Where a name begins and stands; null where it would lie on another one on every side. */
  #place(data: Named, width: number): [number, number] | null {
    this.#dots ??= this.dotsNow();
    const [beside, middle] = [data.size + GAP, data.x - width / 2];
    const level = data.y + LABEL_SIZE / 3;
    const places: [number, number][] = [
      [data.x + beside, level],
      [data.x - beside - width, level],
      [middle, data.y + beside + LABEL_SIZE],
      [middle, data.y - beside],
    ];
    const sides = places
      .map(([x, y]): Line => [x, x + width, y])
      .filter((one) => !this.#taken.some((other) => overlap(one, other)));
    const under = sides.map((side) => dotsUnder(this.#dots ?? [], side));
    const best = sides[under.indexOf(Math.min(...under))];
    if (!best) return null;
    this.#taken.push(best);
    return [best[0], best[2]];
  }
}

function overlap(one: Line, other: Line): boolean {
  return one[0] < other[1] && one[1] > other[0] && Math.abs(one[2] - other[2]) < LABEL_SIZE + 2;
}

/** What is drawn of a node. */
export function nodeLook(id: string, mark: NodeMark, look: Look) {
  const removed = look.removed.has(id);
  const { mark: inner, color } = lookOf(removed ? "removed" : mark.told.category);
  const chosen = look.chosen === id;
  const marked = chosen || look.matched.has(id);
  const aside = look.chosen !== null && !chosen && !look.near.has(id);
  return {
    x: mark.x,
    y: mark.y,
    size: mark.size,
    label: mark.told.name,
    shape: shapeOf(mark.told.kind),
    mark: aside && !removed ? "plain" : inner,
    color: aside && !removed ? FADED : color,
    hidden: look.nodes !== null && !look.nodes.has(id),
    forceLabel: marked || (look.chosen !== null && look.near.has(id) && look.near.size <= 30),
    highlighted: marked,
    zIndex: marked ? 2 : aside ? 0 : 1,
  };
}

/** What is drawn of a link. */
export function linkLook(graph: ChartGraph, id: string, mark: LinkMark, look: Look) {
  const [from, to] = graph.extremities(id) as [string, string];
  const near = look.chosen !== null && (from === look.chosen || to === look.chosen);
  const away = look.removed.has(from) || look.removed.has(to);
  return {
    size: near ? mark.size + 0.5 : mark.size,
    color: near ? LINK_NEAR : look.chosen !== null ? LINK_FAR : graph.size < FEW ? LINK_OF_FEW : LINK,
    hidden: away || (look.links !== null && !look.links.has(id)),
    zIndex: near ? 1 : 0,
  };
}
