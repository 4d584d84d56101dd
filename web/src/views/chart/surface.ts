/** The drawn chart: sigma over the graph, with what is chosen, removed and filtered out. */

import Sigma from "sigma";
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Settings } from "sigma/settings";
import { FAMILY, INK, PAPER } from "../../core/palette.ts";
import type { ChartGraph, LinkMark, NodeMark } from "./data.ts";
import { lookOf, shapeOf } from "./marks.ts";
import { ShapeProgram } from "./shapes.ts";

// Sigma wants see-through colours already multiplied by how much they cover.
const LINK = "rgba(38, 42, 46, 0.35)";
const LINK_NEAR = "rgba(26, 26, 26, 1)";
const LINK_FAR = "rgba(11, 12, 13, 0.1)";
const FADED = "#d3d3d3";
const LABEL_SIZE = 13;

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

type Label = NodeLabelDrawingFunction<NodeMark, LinkMark>;

/** Writes names one after the other, leaving out those that would lie on another one. */
class Labels {
  #taken: [number, number, number][] = [];

  clear(): void {
    this.#taken = [];
  }

  readonly draw: Label = (context, data) => {
    if (!data.label) return;
    context.font = `${LABEL_SIZE}px ${FAMILY}`;
    const [x, y] = [data.x + data.size + 4, data.y + LABEL_SIZE / 3];
    const end = x + context.measureText(data.label).width;
    const lies = ([from, to, at]: [number, number, number]) =>
      x < to && end > from && Math.abs(at - y) < LABEL_SIZE + 2;
    if (this.#taken.some(lies)) return;
    this.#taken.push([x, end, y]);
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = PAPER;
    context.fillStyle = INK;
    context.strokeText(data.label, x, y);
    context.fillText(data.label, x, y);
  };
}

const drawHover: NodeHoverDrawingFunction<NodeMark, LinkMark> = (context, data, settings) => {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
  context.lineWidth = 3;
  context.strokeStyle = INK;
  context.stroke();
  if (!data.label) return;
  context.font = `600 ${LABEL_SIZE}px ${FAMILY}`;
  const width = context.measureText(data.label).width;
  context.fillStyle = PAPER;
  context.fillRect(data.x + data.size + 6, data.y - 11, width + 10, 22);
  context.lineWidth = 1;
  context.strokeRect(data.x + data.size + 6, data.y - 11, width + 10, 22);
  context.fillStyle = INK;
  context.fillText(data.label, data.x + data.size + 11, data.y + settings.labelSize / 3);
};

function settings(labels: Labels): Partial<Settings<NodeMark, LinkMark>> {
  return {
    defaultNodeType: "shape",
    nodeProgramClasses: { shape: ShapeProgram as never },
    defaultDrawNodeLabel: labels.draw,
    defaultDrawNodeHover: drawHover,
    labelFont: FAMILY,
    labelSize: LABEL_SIZE,
    labelColor: { color: INK },
    labelDensity: 0.6,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 5,
    hideEdgesOnMove: false,
    minEdgeThickness: 0.7,
    maxCameraRatio: 3,
    minCameraRatio: 0.02,
    stagePadding: 30,
    zIndex: true,
    allowInvalidContainer: true,
  };
}

function nodeLook(id: string, mark: NodeMark, look: Look) {
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

/** Draws a graph into a container; call `look` whenever something changed. */
export class Surface {
  readonly #sigma: Sigma<NodeMark, LinkMark>;
  readonly #graph: ChartGraph;
  #look: Look;

  constructor(graph: ChartGraph, container: HTMLElement, look: Look) {
    this.#graph = graph;
    this.#look = look;
    const labels = new Labels();
    this.#sigma = new Sigma<NodeMark, LinkMark>(graph, container, {
      ...settings(labels),
      nodeReducer: (id, mark) => nodeLook(id, mark, this.#look),
      edgeReducer: (id, mark) => this.#linkLook(id, mark),
    });
    this.#sigma.on("beforeRender", () => labels.clear());
  }

  look(look: Look): void {
    this.#look = look;
    this.#sigma.refresh();
  }

  /** Call back on a click or tap on a node (its id) or beside all nodes (null). */
  onClick(tell: (id: string | null) => void): void {
    this.#sigma.on("clickNode", ({ node }) => tell(node));
    this.#sigma.on("clickStage", () => tell(null));
  }

  /** Resolves when the picture drawn last is on the screen. */
  drawn(): Promise<void> {
    return new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
    );
  }

  /** Bring a node into the middle, near enough to read its neighbours. */
  goTo(id: string): void {
    const place = this.#sigma.getNodeDisplayData(id);
    const camera = this.#sigma.getCamera();
    if (!place) return;
    const ratio = Math.min(camera.ratio, 0.4);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    void camera.animate({ x: place.x, y: place.y, ratio }, { duration: calm ? 1 : 300 });
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    camera.setState({ ratio: Math.min(3, Math.max(0.02, camera.ratio * factor)) });
  }

  whole(): void {
    this.#sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  destroy(): void {
    this.#sigma.kill();
  }

  #linkLook(id: string, mark: LinkMark) {
    const look = this.#look;
    const [from, to] = this.#graph.extremities(id) as [string, string];
    const near = look.chosen !== null && (from === look.chosen || to === look.chosen);
    const away = look.removed.has(from) || look.removed.has(to);
    return {
      size: near ? mark.size + 0.5 : mark.size,
      color: near ? LINK_NEAR : look.chosen === null ? LINK : LINK_FAR,
      hidden: away || (look.links !== null && !look.links.has(id)),
      zIndex: near ? 1 : 0,
    };
  }
}
