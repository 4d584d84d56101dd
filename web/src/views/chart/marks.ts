/** How a node looks: its shape tells the kind, its inner mark and colour the category. */

import { svg } from "../../core/dom.ts";
import { AMBER, BLUE, INK, PAPER, QUIET, VERMILION } from "../../core/palette.ts";
import { hashed } from "../../core/text.ts";

/** Numbers that the shader knows. */
export const SHAPES = ["circle", "square", "diamond", "triangle", "hexagon", "wedge"] as const;
export const MARKS = ["plain", "dot", "ring", "bar", "hollow"] as const;
export type Shape = (typeof SHAPES)[number];
export type Mark = (typeof MARKS)[number];

const SHAPE_OF: Record<string, Shape> = {
  person: "circle",
  group: "square",
  organization: "square",
  organisation: "square",
  company: "square",
  vehicle: "triangle",
  boat: "triangle",
  phone: "diamond",
  account: "diamond",
  place: "hexagon",
};

const LOOK_OF: Record<string, { mark: Mark; color: string }> = {
  suspect: { mark: "dot", color: VERMILION },
  convicted: { mark: "ring", color: INK },
  undecided: { mark: "bar", color: AMBER },
  removed: { mark: "hollow", color: PAPER },
};

/** The shape of a kind; kinds that nobody foresaw get one that is always the same. */
export function shapeOf(kind: string): Shape {
  const known = SHAPE_OF[kind.toLowerCase()];
  return known ?? (SHAPES[hashed(kind) % SHAPES.length] as Shape);
}

/** Mark and colour of a category; what has none, such as a phone, is plain blue. */
export function lookOf(category: string | null | undefined): { mark: Mark; color: string } {
  if (!category) return { mark: "plain", color: BLUE };
  return LOOK_OF[category] ?? { mark: "plain", color: QUIET };
}

const OUTLINES: Record<Shape, string> = {
  circle: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
  square: "M3 3h10v10h-10z",
  diamond: "M8 1l7 7l-7 7l-7-7z",
  triangle: "M8 1.5l6.5 12h-13z",
  hexagon: "M5 2.5h6l3.5 5.5l-3.5 5.5h-6l-3.5-5.5z",
  wedge: "M8 14.5l6.5-12h-13z",
};

/** The same look as a small drawing, for legends and lists. */
export function icon(shape: Shape, mark: Mark, color: string): SVGElement {
  const inner = {
    plain: null,
    hollow: null,
    dot: svg("circle", { cx: 8, cy: 8.5, r: 2.2, fill: PAPER }),
    ring: svg("circle", {
      cx: 8,
      cy: 8.5,
      r: 2.8,
      fill: "none",
      stroke: PAPER,
      "stroke-width": 1.4,
    }),
    bar: svg("rect", { x: 4.8, y: 7.2, width: 6.4, height: 2.2, fill: INK }),
  }[mark];
  return svg(
    "svg",
    { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", class: "hw-icon" },
    svg("path", {
      d: OUTLINES[shape],
      fill: color,
      stroke: mark === "hollow" ? QUIET : INK,
      "stroke-width": 1,
      "stroke-dasharray": mark === "hollow" ? "2 1.5" : null,
    }),
    inner,
  );
}

const PATHS = new Map<Shape, Path2D>();

/** The same look on a canvas, with its middle at a point. */
export function drawMark(
  context: CanvasRenderingContext2D,
  look: { shape: Shape; mark: Mark; color: string; size: number },
  x: number,
  y: number,
): void {
  const path = PATHS.get(look.shape) ?? new Path2D(OUTLINES[look.shape]);
  PATHS.set(look.shape, path);
  context.save();
  context.translate(x, y);
  context.scale(look.size / 6, look.size / 6);
  context.translate(-8, -8);
  context.fillStyle = look.color;
  context.strokeStyle = look.mark === "hollow" ? QUIET : INK;
  context.lineWidth = 6 / look.size;
  context.fill(path);
  context.stroke(path);
  if (look.mark === "dot" || look.mark === "ring") {
    context.beginPath();
    context.arc(8, 8, look.mark === "dot" ? 2 : 3, 0, 2 * Math.PI);
    context.fillStyle = context.strokeStyle = PAPER;
    context.lineWidth = 1.4;
    if (look.mark === "dot") context.fill();
    else context.stroke();
  } else if (look.mark === "bar") {
    context.fillStyle = INK;
    context.fillRect(4.8, 7, 6.4, 2);
  }
  context.restore();
}
