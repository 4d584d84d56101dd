/** The map's data: what the server sends, checked and joined. */

import { listOf } from "../../core/load.ts";

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly certain?: boolean | null;
}

export interface Leg {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly mode?: string | null;
  readonly persons?: number | null;
  readonly groups?: number | null;
  readonly first?: string | null;
  readonly last?: string | null;
  /** `new`, `rising`, `falling`, `gone`, or a number whose sign says it. */
  readonly change?: string | number | null;
  readonly href?: string | null;
}

export type Point = [number, number];

export interface Routes {
  readonly places: ReadonlyMap<string, Place>;
  readonly legs: readonly Leg[];
}

export function routesOf(document: unknown): Routes {
  const places = new Map(listOf<Place>(document, "places").map((one) => [one.id, one]));
  return { places, legs: listOf<Leg>(document, "legs") };
}

/** Degrees east and north, or null where nobody knows them. */
export function pointOf(place: Place | undefined): Point | null {
  const known = typeof place?.lon === "number" && typeof place.lat === "number";
  return known && Math.abs(place.lat as number) <= 85
    ? [place.lon as number, place.lat as number]
    : null;
}

export type Change = "new" | "rising" | "falling" | "gone";

export function changeOf(leg: Leg): Change | null {
  const told = leg.change;
  if (typeof told === "number") return told > 0 ? "rising" : told < 0 ? "falling" : null;
  return told === "new" || told === "rising" || told === "falling" || told === "gone" ? told : null;
}
