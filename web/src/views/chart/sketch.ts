/**
 * The chart as a plain picture on a canvas: there at once, while WebGL is still starting, and all
 * there is where the browser has no WebGL (a remote desktop, say). It can be clicked, not moved.
 */

import type { ChartGraph, NodeMark } from "./data.ts";
import {
  Labels,
  LINK,
  LINK_FAR,
  LINK_NEAR,
  LINK_OF_FEW,
  type Look,
  linkLook,
  MANY_DOTS,
  nodeLook,
  type Picture,
} from "./looks.ts";
import { drawMark } from "./marks.ts";

const PADDING = 30;
const MOST_LABELS = 40;

/** What links are drawn with here, by their colour there. */
const PEN: Record<string, { color: string; width: number }> = {
  [LINK]: { color: "#c3c7ca", width: 0.7 },
  [LINK_OF_FEW]: { color: "#8a9096", width: 1 },
  [LINK_FAR]: { color: "#c3c7ca", width: 0.3 },
  [LINK_NEAR]: { color: LINK_NEAR, width: 1.5 },
};

interface Scale {
  x(at: number): number;
  y(at: number): number;
}

export class Sketch implements Picture {
  readonly #graph: ChartGraph;
  readonly #canvas = document.createElement("canvas");
  readonly #resize: ResizeObserver;
  #look: Look;

  constructor(graph: ChartGraph, container: HTMLElement, look: Look) {
    this.#graph = graph;
    this.#look = look;
    this.#canvas.className = "hw-sketch";
    container.append(this.#canvas);
    this.#draw();
    this.#resize = new ResizeObserver(() => this.#fits() || this.#draw());
    this.#resize.observe(container);
  }

  look(look: Look): void {
    this.#look = look;
    this.#draw();
  }

  onClick(tell: (id: string | null) => void): void {
    this.#canvas.addEventListener("click", (event) => {
      const scale = this.#scale();
      const hit = this.#graph.findNode((_id, mark) => {
        const [x, y] = [scale.x(mark.x) - event.offsetX, scale.y(mark.y) - event.offsetY];
        return Math.hypot(x, y) <= mark.size + 3;
      });
      tell(hit ?? null);
    });
  }

  goTo(): void {}
  zoom(): void {}
  whole(): void {}

  destroy(): void {
    this.#resize.disconnect();
    this.#canvas.remove();
  }

  /** The whole graph in the middle, as sigma shows it at first. */
  #scale(): Scale {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const box = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };
    this.#graph.forEachNode((_id, { x, y }) => {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.low = Math.min(box.low, y);
      box.high = Math.max(box.high, y);
    });
    const [wide, tall] = [box.right - box.left || 1, box.high - box.low || 1];
    const unit = Math.min((width - 2 * PADDING) / wide, (height - 2 * PADDING) / tall);
    return {
      x: (at) => width / 2 + (at - (box.left + box.right) / 2) * unit,
      y: (at) => height / 2 - (at - (box.low + box.high) / 2) * unit,
    };
  }

  /** What the canvas measures, in its own pixels, and how many of them make one of the page. */
  #extent(): { width: number; height: number; ratio: number } {
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const [width, height] = [this.#canvas.clientWidth, this.#canvas.clientHeight];
    return { width: Math.floor(width * ratio), height: Math.floor(height * ratio), ratio };
  }

  #fits(): boolean {
    const { width, height } = this.#extent();
    return this.#canvas.width === width && this.#canvas.height === height;
  }

  #draw(): void {
    const { width, height, ratio } = this.#extent();
    this.#canvas.width = width;
    this.#canvas.height = height;
    const context = this.#canvas.getContext("2d");
    if (!context || !this.#graph.order) return;
    context.scale(ratio, ratio);
    const scale = this.#scale();
    this.#drawLinks(context, scale);
    this.#drawNodes(context, scale);
  }

  #drawLinks(context: CanvasRenderingContext2D, scale: Scale): void {
    const paths = new Map(Object.keys(PEN).map((color) => [color, new Path2D()]));
    this.#graph.forEachEdge((id, mark, _from, _to, from: NodeMark, to: NodeMark) => {
      const { hidden, color } = linkLook(this.#graph, id, mark, this.#look);
      if (hidden) return;
      paths.get(color)?.moveTo(scale.x(from.x), scale.y(from.y));
      paths.get(color)?.lineTo(scale.x(to.x), scale.y(to.y));
    });
    for (const [color, path] of paths) {
      context.strokeStyle = PEN[color]?.color ?? color;
      context.lineWidth = PEN[color]?.width ?? 1;
      context.stroke(path);
    }
  }

  #drawNodes(context: CanvasRenderingContext2D, scale: Scale): void {
    const named: { x: number; y: number; size: number; label: string; first: number }[] = [];
    this.#graph.forEachNode((id, mark) => {
      const look = nodeLook(id, mark, this.#look);
      if (look.hidden) return;
      const [x, y] = [scale.x(mark.x), scale.y(mark.y)];
      drawMark(context, look, x, y);
      named.push({
        x,
        y,
        size: mark.size,
        label: look.label,
        first: look.forceLabel ? 1e6 : mark.size,
      });
    });
    const labels = new Labels(() => (named.length <= MANY_DOTS ? named : []));
    named.sort((a, b) => b.first - a.first);
    for (const one of named.slice(0, MOST_LABELS)) labels.draw(context, one);
  }
}
