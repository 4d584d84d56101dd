/** The map's own style: land, borders and rivers that ship with us, legs and places of the data. */

import type { ExpressionSpecification, StyleSpecification } from "maplibre-gl";
import { INK, PAPER, VERMILION } from "../../core/palette.ts";
import { DASHES, OTHER_DASH } from "./legs.ts";

const SEA = "#dfe9f0";
const LAND = "#f7f6f2";
const BORDER = "#b5b1a8";
const RIVER = "#9dbfd6";

const LINES: ExpressionSpecification = ["==", ["geometry-type"], "LineString"];
const POINTS: ExpressionSpecification = ["==", ["geometry-type"], "Point"];

const DASH = [
  "match",
  ["get", "mode"],
  ...Object.entries(DASHES).flatMap(([mode, dash]) => [mode, ["literal", dash]]),
  ["literal", OTHER_DASH],
] as unknown as ExpressionSpecification;

function kind(name: string): ExpressionSpecification {
  return ["==", ["get", "kind"], name];
}

const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

/** A style whose `legs` and `places` are filled later. */
export function styleOn(basemap: string): StyleSpecification {
  return {
    version: 8,
    sources: {
      basemap: { type: "geojson", data: basemap, tolerance: 0.2, maxzoom: 9 },
      legs: { type: "geojson", data: EMPTY },
      places: { type: "geojson", data: EMPTY },
    },
    layers: [...ground(), ...legs(), ...places()],
  };
}

function ground(): StyleSpecification["layers"] {
  const fill = (id: string, color: string) =>
    ({
      id,
      type: "fill",
      source: "basemap",
      filter: kind(id),
      paint: { "fill-color": color, "fill-antialias": false },
    }) as const;
  return [
    { id: "background", type: "background", paint: { "background-color": SEA } },
    fill("far", LAND),
    fill("sea", SEA),
    fill("land", LAND),
    {
      id: "coast",
      type: "line",
      source: "basemap",
      filter: kind("coast"),
      paint: { "line-color": BORDER, "line-width": 0.6 },
    },
    {
      id: "river",
      type: "line",
      source: "basemap",
      filter: kind("river"),
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": RIVER,
        "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.9, 8, 3.5],
      },
    },
    {
      id: "border",
      type: "line",
      source: "basemap",
      filter: ["in", ["get", "kind"], ["literal", ["border", "far-border"]]],
      paint: { "line-color": BORDER, "line-width": 1.1, "line-dasharray": [3, 1.5] },
    },
  ];
}

function legs(): StyleSpecification["layers"] {
  const color: ExpressionSpecification = ["case", ["get", "chosen"], VERMILION, INK];
  return [
    {
      id: "leg-edge",
      type: "line",
      source: "legs",
      filter: LINES,
      paint: {
        "line-color": PAPER,
        "line-width": ["+", ["get", "width"], 2.5],
        "line-opacity": 0.85,
      },
    },
    {
      id: "leg",
      type: "line",
      source: "legs",
      filter: LINES,
      paint: { "line-color": color, "line-width": ["get", "width"], "line-dasharray": DASH },
    },
    {
      id: "leg-arrow",
      type: "symbol",
      source: "legs",
      filter: POINTS,
      layout: {
        "icon-image": ["case", ["get", "chosen"], `arrow:${VERMILION}`, `arrow:${INK}`],
        "icon-rotate": ["get", "bearing"],
        "icon-rotation-alignment": "map",
        "icon-size": ["interpolate", ["linear"], ["get", "width"], 1.6, 0.65, 9, 1.2],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
    {
      id: "leg-change",
      type: "symbol",
      source: "legs",
      filter: ["all", POINTS, ["!=", ["get", "change"], ""]],
      layout: {
        "icon-image": ["concat", "sign:", ["get", "change"]],
        "icon-offset": [0, -20],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
  ];
}

function places(): StyleSpecification["layers"] {
  return [
    {
      id: "place",
      type: "circle",
      source: "places",
      paint: {
        "circle-radius": 4.5,
        "circle-color": ["case", ["get", "certain"], INK, PAPER],
        "circle-stroke-color": ["case", ["get", "certain"], PAPER, INK],
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: "river-name",
      type: "symbol",
      source: "basemap",
      filter: kind("river-name"),
      minzoom: 4.5,
      layout: { "icon-image": ["concat", "label:river:", ["get", "name"]] },
    },
    {
      id: "place-name",
      type: "symbol",
      source: "places",
      layout: {
        "icon-image": [
          "concat",
          ["case", ["get", "certain"], "label:place:", "label:doubtful:"],
          ["get", "name"],
        ],
        "icon-anchor": "left",
        "icon-offset": [6, 0],
        "symbol-sort-key": ["get", "order"],
      },
    },
  ];
}
