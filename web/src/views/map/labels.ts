/**
 * Letters on the map, drawn by the browser as small pictures.
 *
 * MapLibre would ask a server for glyphs of each script; the browser has them all, and sets
 * Arabic from right to left by itself.
 */

import type { MapLibreMap } from "maplibre-gl";
import { BLUE, FAMILY, INK, PAPER } from "../../core/palette.ts";

export type LabelKind = "place" | "doubtful" | "river";

const LOOKS: Record<LabelKind, { font: string; color: string }> = {
  place: { font: `500 13px ${FAMILY}`, color: INK },
  doubtful: { font: `italic 13px ${FAMILY}`, color: INK },
  river: { font: `italic 12px ${FAMILY}`, color: BLUE },
};

function drawn(kind: LabelKind, text: string, ratio: number): ImageData | null {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  const { font, color } = LOOKS[kind];
  context.font = font;
  const width = Math.ceil(context.measureText(text).width) + 8;
  const height = 22;
  canvas.width = Math.ceil(width * ratio);
  canvas.height = Math.ceil(height * ratio);
  context.scale(ratio, ratio);
  context.font = font;
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = PAPER;
  context.fillStyle = color;
  context.strokeText(text, width / 2, height / 2);
  context.fillText(text, width / 2, height / 2);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function arrow(ratio: number, color: string): ImageData | null {
  const canvas = document.createElement("canvas");
  canvas.width = 18 * ratio;
  canvas.height = 18 * ratio;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.scale(ratio, ratio);
  context.beginPath();
  context.moveTo(9, 1);
  context.lineTo(16, 16);
  context.lineTo(9, 12);
  context.lineTo(2, 16);
  context.closePath();
  context.fillStyle = color;
  context.strokeStyle = PAPER;
  context.lineWidth = 1.5;
  context.stroke();
  context.fill();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function sign(ratio: number, text: string): ImageData | null {
  const canvas = document.createElement("canvas");
  canvas.width = 22 * ratio;
  canvas.height = 22 * ratio;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.scale(ratio, ratio);
  context.beginPath();
  context.arc(11, 11, 9, 0, 2 * Math.PI);
  context.fillStyle = PAPER;
  context.strokeStyle = INK;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
  context.fillStyle = INK;
  context.font = `600 12px ${FAMILY}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, 11, 11.5);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const SIGNS: Record<string, string> = { new: "+", rising: "▲", falling: "▼", gone: "×" };

/** Let the map draw a picture when a layer first asks for it. */
export function drawLabelsFor(map: MapLibreMap): void {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  map.setMissingStyleImageResolver((id) => {
    const [what, kind, ...rest] = id.split(":");
    const text = rest.join(":");
    let picture: ImageData | null = null;
    if (what === "label") picture = drawn(kind as LabelKind, text, ratio);
    else if (what === "sign") picture = sign(ratio, SIGNS[kind ?? ""] ?? "");
    else if (what === "arrow") picture = arrow(ratio, kind ?? INK);
    if (picture) map.addImage(id, picture, { pixelRatio: ratio });
  });
}
