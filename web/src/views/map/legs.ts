/** How legs are drawn: bent to the right of their direction, wide by persons, dashed by mode. */

import type { Change, Leg, Point, Routes } from "./data.ts";
import { changeOf, pointOf } from "./data.ts";

const STEPS = 24;
const BEND = 0.12;

/** Lengths of dash and gap, in widths of the line; every mode keeps its own. */
export const DASHES: Record<string, readonly number[]> = {
  lorry: [1, 0],
  van: [8, 1],
  car: [5, 1],
  bus: [5, 1, 1, 1],
  train: [3, 0.6, 0.6, 0.6, 0.6, 0.6],
  foot: [0.6, 0.9],
  boat: [2, 1.2],
  taxi_boat: [2, 0.8, 0.6, 0.8],
  ship: [4, 2],
  air: [1, 2.5],
};
export const OTHER_DASH: readonly number[] = [1, 0.5, 3, 0.5];

export function dashOf(mode: string | null | undefined): readonly number[] {
  return DASHES[mode ?? ""] ?? OTHER_DASH;
}

export const NARROWEST = 1.6;
export const WIDEST = 9;

/** Width in pixels: its square grows with the persons, so that area tells the volume. */
export function widthOf(persons: number | null | undefined, most: number): number {
  if (!persons || most <= 0) return NARROWEST;
  return NARROWEST + (WIDEST - NARROWEST) * Math.sqrt(Math.min(1, persons / most));
}

/** A line from one place to another, bent so that the way back does not cover it. */
export function bent(from: Point, to: Point): Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const turn: Point = [(from[0] + to[0]) / 2 + dy * BEND, (from[1] + to[1]) / 2 - dx * BEND];
  return Array.from({ length: STEPS + 1 }, (_, at): Point => {
    const share = at / STEPS;
    const mix = (axis: 0 | 1) =>
      (1 - share) ** 2 * from[axis] + 2 * share * (1 - share) * turn[axis] + share ** 2 * to[axis];
    return [mix(0), mix(1)];
  });
}

/** What the map's layers read of a leg. */
export interface LegMark {
  readonly id: string;
  readonly mode: string;
  readonly width: number;
  readonly change: Change | "";
  readonly chosen: boolean;
}

export interface DrawnLeg {
  readonly leg: Leg;
  readonly line: Point[];
}

/** The legs between places with coordinates. */
export function drawnLegs(routes: Routes): DrawnLeg[] {
  return routes.legs.flatMap((leg) => {
    const [from, to] = [pointOf(routes.places.get(leg.from)), pointOf(routes.places.get(leg.to))];
    return from && to ? [{ leg, line: bent(from, to) }] : [];
  });
}

/** Legs as GeoJSON: the line, and its arrow head two thirds of the way with its bearing. */
export function legFeatures(
  drawn: readonly DrawnLeg[],
  chosen: string | null,
): GeoJSON.FeatureCollection {
  const most = Math.max(1, ...drawn.map(({ leg }) => leg.persons ?? 0));
  const features = drawn.flatMap(({ leg, line }): GeoJSON.Feature[] => {
    const mark: LegMark = {
      id: leg.id,
      mode: leg.mode ?? "",
      width: widthOf(leg.persons, most),
      change: changeOf(leg) ?? "",
      chosen: leg.id === chosen,
    };
    const at = Math.round(STEPS * 0.62);
    const [here, next] = [line[at] as Point, line[at + 1] as Point];
    const properties = { ...mark, bearing: bearing(here, next) };
    return [
      { type: "Feature", properties, geometry: { type: "LineString", coordinates: line } },
      { type: "Feature", properties, geometry: { type: "Point", coordinates: here } },
    ];
  });
  return { type: "FeatureCollection", features };
}

/** Degrees clockwise from north, as the direction looks on a Mercator map. */
export function bearing(from: Point, to: Point): number {
  const up = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  const east = ((to[0] - from[0]) * Math.PI) / 180;
  return (Math.atan2(east, up(to[1]) - up(from[1])) * 180) / Math.PI;
}
