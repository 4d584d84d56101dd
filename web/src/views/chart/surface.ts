/** The drawn chart: sigma over the graph, with what is chosen, removed and filtered out. */

import Sigma from "sigma";
import type { NodeHoverDrawingFunction } from "sigma/rendering";
import type { Settings } from "sigma/settings";
import { FAMILY, INK, PAPER } from "../../core/palette.ts";
import type { ChartGraph, LinkMark, NodeMark } from "./data.ts";
import { type Dot, LABEL_SIZE, Labels, MANY_DOTS, type Look, linkLook, nodeLook, type Picture } from "./looks.ts";
import { ShapeProgram } from "./shapes.ts";

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
    minEdgeThickness: 1,
    maxCameraRatio: 3,
    minCameraRatio: 0.02,
    stagePadding: 30,
    zIndex: true,
    allowInvalidContainer: true,
  };
}

/** Draws a graph into a container; call `look` whenever something changed. */
export class Surface implements Picture {
  readonly #sigma: Sigma<NodeMark, LinkMark>;
  #look: Look;

  constructor(graph: ChartGraph, container: HTMLElement, look: Look) {
    this.#look = look;
    let begun = false; // sigma draws once before it is there to be asked
    const labels = new Labels(() => (begun ? this.#dots() : []));
    this.#sigma = new Sigma<NodeMark, LinkMark>(graph, container, {
      ...settings(labels),
      nodeReducer: (id, mark) => nodeLook(id, mark, this.#look),
      edgeReducer: (id, mark) => linkLook(graph, id, mark, this.#look),
    });
    begun = true;
    this.#sigma.on("beforeRender", () => labels.clear());
    labels.clear();
    this.#sigma.scheduleRender();
  }

  /** The nodes as they are drawn now; none where they are so many that names lie on some anyway. */
  #dots(): Dot[] {
    const [graph, sigma] = [this.#sigma.getGraph(), this.#sigma];
    if (graph.order > MANY_DOTS) return [];
    return graph.nodes().flatMap((id) => {
      const told = sigma.getNodeDisplayData(id);
      if (!told || told.hidden) return [];
      return [{ ...sigma.framedGraphToViewport(told), size: sigma.scaleSize(told.size) }];
    });
  }

  look(look: Look): void {
    this.#look = look;
    this.#sigma.refresh();
  }

  onClick(tell: (id: string | null) => void): void {
    this.#sigma.on("clickNode", ({ node }) => tell(node));
    this.#sigma.on("clickStage", () => tell(null));
  }

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
}
