/** The map as a whole: MapLibre, the list of legs, the legend, and what the reader does to them. */

import {
  type GeoJSONSource,
  type LngLatBoundsLike,
  MapLibreMap,
  NavigationControl,
  Popup,
  setWorkerCount,
  setWorkerUrl,
} from "maplibre-gl";
import { el, link, name, svg } from "../../core/dom.ts";
import { type Filter, inRange, passes } from "../../core/filters.ts";
import type { Drawing } from "../../core/live-part.ts";
import { INK } from "../../core/palette.ts";
import { Picker } from "../../core/picker.ts";
import type { Row } from "../../core/table.ts";
import { holds } from "../../core/text.ts";
import { say, sayOf, word } from "../../core/words.ts";
import { changeOf, type Leg, type Point, pointOf, type Routes, routesOf } from "./data.ts";
import { drawLabelsFor } from "./labels.ts";
import { type DrawnLeg, dashOf, drawnLegs, legFeatures } from "./legs.ts";
import { styleOn } from "./style.ts";

setWorkerUrl(new URL(MAP_WORKER, import.meta.url).href);
setWorkerCount(1);

const GROUND = new URL(BASEMAP, import.meta.url).href;

/** Pixels below which a leg is too short to be seen under its popup. */
const SHORTEST = 60;

/** What the map asks of the page around it. */
export interface MapHooks {
  readonly open: (href: string | null | undefined) => void;
}

export class MapView implements Drawing {
  readonly ready: Promise<void>;
  readonly #routes: Routes;
  readonly #drawn: readonly DrawnLeg[];
  readonly #hooks: MapHooks;
  readonly #map: MapLibreMap;
  readonly #picker: Picker;
  #legs: readonly Leg[];
  #chosen: string | null = null;
  #popup: Popup | null = null;

  constructor(host: HTMLElement, data: unknown, hooks: MapHooks) {
    this.#routes = routesOf(data);
    this.#drawn = drawnLegs(this.#routes);
    this.#hooks = hooks;
    this.#legs = this.#routes.legs;
    this.#picker = new Picker({
      label: say("map.find"),
      onFocus: (id) => this.choose(id),
      onKey: (id, key) => this.#key(id, key),
    });
    const canvas = el("div", { class: "hw-canvas" });
    host.append(
      el(
        "div",
        { class: "hw-body" },
        canvas,
        el(
          "div",
          { class: "hw-side" },
          this.#picker.element,
          el("p", { class: "hw-hint" }, say("map.keys")),
        ),
      ),
      legendOf(this.modes),
      el("p", { class: "hw-hint" }, say("map.source")),
    );
    this.#map = new MapLibreMap({
      container: canvas,
      style: styleOn(GROUND),
      bounds: this.#bounds(),
      fitBoundsOptions: { padding: 50, maxZoom: 8 },
      minZoom: 1.5,
      maxZoom: 11,
      dragRotate: false,
      pitchWithRotate: false,
      renderWorldCopies: false,
      attributionControl: false,
      fadeDuration: 0,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }));
    drawLabelsFor(this.#map);
    this.ready = this.#begin();
  }

  get modes(): string[] {
    return [...new Set(this.#routes.legs.map((leg) => leg.mode ?? ""))].filter(Boolean).sort();
  }

  get countsGroups(): boolean {
    return this.#routes.legs.some((leg) => typeof leg.groups === "number");
  }

  choose(id: string | null): void {
    this.#chosen = id;
    this.#redraw();
    this.#popup?.remove();
    const found = this.#drawn.find(({ leg }) => leg.id === id);
    if (!found) return;
    const middle = found.line[Math.floor(found.line.length / 2)] as [number, number];
    this.#popup = new Popup({ maxWidth: "18rem", focusAfterOpen: false })
      .setLngLat(middle)
      .setDOMContent(this.#about(found.leg))
      .addTo(this.#map);
    this.#bringIntoView(found.line);
  }

  /** Go nearer to a leg that is off the screen or too small to see. */
  #bringIntoView(line: readonly Point[]): void {
    const [from, to] = [line[0] as Point, line.at(-1) as Point];
    const [here, there] = [this.#map.project(from), this.#map.project(to)];
    const view = this.#map.getBounds();
    const seen = view.contains(from) && view.contains(to);
    if (seen && Math.hypot(here.x - there.x, here.y - there.y) >= SHORTEST) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const [lons, lats] = [line.map(([lon]) => lon), line.map(([, lat]) => lat)];
    this.#map.fitBounds(
      [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
      { padding: 70, maxZoom: 7, duration: calm ? 0 : 400 },
    );
  }

  show(filter: Filter): string {
    const modes = new Set(this.modes);
    const dated = this.#routes.legs.filter((leg) => legPasses(leg, filter, modes, this.#routes));
    this.#legs = dated.filter((leg) => inRange(filter, leg.first, leg.last));
    this.#picker.set(
      [...this.#legs]
        .sort((a, b) => (b.persons ?? 0) - (a.persons ?? 0))
        .map((leg) => ({ id: leg.id, text: this.#title(leg), hint: hintOf(leg) })),
    );
    this.#redraw();
    return this.#summary(
      dated.length - dated.filter((leg) => leg.first || leg.last).length,
      filter,
    );
  }

  rows(): { headings: string[]; rows: Row[] } {
    const headings = [
      "from",
      "to",
      "mode",
      "persons",
      "groups",
      "first",
      "last",
      "change",
    ] as const;
    const rows = this.#legs.map((leg): Row => {
      const change = changeOf(leg);
      return [
        { text: this.#nameOf(leg.from), href: leg.href },
        this.#nameOf(leg.to),
        word(leg.mode ?? ""),
        String(leg.persons ?? ""),
        String(leg.groups ?? ""),
        leg.first ?? "",
        leg.last ?? "",
        change ? say(`map.change.${change}`) : "",
      ];
    });
    return { headings: headings.map((one) => say(`column.${one}`)), rows };
  }

  destroy(): void {
    this.#map.remove();
  }

  async #begin(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#map.once("load", () => resolve());
      this.#map.once("error", ({ error }) => reject(error));
    });
    this.#map.on("click", (event) => {
      const [x, y] = [event.point.x, event.point.y];
      const near = this.#map.queryRenderedFeatures(
        [
          [x - 5, y - 5],
          [x + 5, y + 5],
        ],
        { layers: ["leg"] },
      );
      const id = near[0]?.properties.id;
      this.choose(typeof id === "string" ? id : null);
      this.#picker.mark(this.#chosen);
    });
    this.#map.on("mousemove", (event) => {
      const over = this.#map.queryRenderedFeatures(event.point, { layers: ["leg"] }).length > 0;
      this.#map.getCanvas().style.cursor = over ? "pointer" : "";
    });
  }

  #bounds(): LngLatBoundsLike {
    const points = [...this.#routes.places.values()].flatMap((place) => {
      const point = pointOf(place);
      return point ? [point] : [];
    });
    if (!points.length) return [-11, 34, 46, 60];
    const lons = points.map(([lon]) => lon);
    const lats = points.map(([, lat]) => lat);
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  }

  #redraw(): void {
    const shown = new Set(this.#legs.map((leg) => leg.id));
    const legs = this.#drawn.filter(({ leg }) => shown.has(leg.id));
    void this.#source("legs")?.setData(legFeatures(legs, this.#chosen));
    void this.#source("places")?.setData(this.#placeFeatures());
  }

  #source(id: string): GeoJSONSource | undefined {
    return this.#map.getSource(id) as GeoJSONSource | undefined;
  }

  #placeFeatures(): GeoJSON.FeatureCollection {
    const volume = new Map<string, number>();
    for (const leg of this.#legs)
      for (const id of [leg.from, leg.to])
        volume.set(id, (volume.get(id) ?? 0) + 1 + (leg.persons ?? 0));
    const features = [...this.#routes.places.values()].flatMap((place): GeoJSON.Feature[] => {
      const point = pointOf(place);
      if (!point || !volume.has(place.id)) return [];
      const certain = place.certain !== false;
      const properties = { name: place.name, certain, order: -(volume.get(place.id) ?? 0) };
      return [{ type: "Feature", properties, geometry: { type: "Point", coordinates: point } }];
    });
    return { type: "FeatureCollection", features };
  }

  #nameOf(id: string): string {
    const place = this.#routes.places.get(id);
    if (!place) return id;
    return place.certain === false ? `${place.name} (${say("map.uncertain")})` : place.name;
  }

  #title(leg: Leg): string {
    return sayOf("map.leg", { from: this.#nameOf(leg.from), to: this.#nameOf(leg.to) });
  }

  #about(leg: Leg): HTMLElement {
    const change = changeOf(leg);
    const dates = [leg.first, leg.last].filter(Boolean).join(" – ");
    return el(
      "div",
      { class: "hw-popup" },
      el("h3", {}, name(this.#title(leg))),
      el("p", {}, hintOf(leg)),
      el("p", {}, [dates, change && say(`map.change.${change}`)].filter(Boolean).join(", ")),
      leg.href && el("p", {}, link(leg.href, say("map.open"))),
    );
  }

  #key(id: string, key: string): boolean {
    if (key !== "Enter") return false;
    this.#hooks.open(this.#routes.legs.find((leg) => leg.id === id)?.href);
    return true;
  }

  #summary(undated: number, filter: Filter): string {
    const persons = this.#legs.reduce((sum, leg) => sum + (leg.persons ?? 0), 0);
    const all = this.#routes.legs.length;
    const told = [say("map.shown", { legs: this.#legs.length, all, persons })];
    const unplaced = all - this.#drawn.length;
    if (unplaced) told.push(say("map.unplaced", { count: unplaced }));
    if (undated && (filter.from || filter.to)) told.push(say("map.undated", { count: undated }));
    return told.join(" ");
  }
}

function legPasses(leg: Leg, filter: Filter, modes: Set<string>, routes: Routes): boolean {
  const ends = [leg.from, leg.to].map((id) => routes.places.get(id)?.name ?? id);
  return (
    passes(filter.modes, modes, leg.mode ?? "") &&
    (leg.groups ?? 0) >= filter.least &&
    (!filter.text || ends.some((one) => holds(one, filter.text)))
  );
}

function hintOf(leg: Leg): string {
  const persons = leg.persons ?? say("unknown");
  const flow = say("map.flow", { persons, groups: leg.groups ?? say("unknown") });
  return [word(leg.mode ?? ""), flow].filter(Boolean).join(": ");
}

function legendOf(modes: readonly string[]): HTMLElement {
  const items = modes.map((mode) => el("li", {}, sample(dashOf(mode)), word(mode)));
  const signs = { new: "+", rising: "▲", falling: "▼", gone: "×" } as const;
  const changes = (Object.keys(signs) as (keyof typeof signs)[]).map((change) =>
    el(
      "li",
      {},
      el("b", { class: "hw-sign", "aria-hidden": "true" }, signs[change]),
      say(`map.change.${change}`),
    ),
  );
  const hollow = svg("circle", {
    cx: 8,
    cy: 8,
    r: 4.5,
    fill: "none",
    stroke: INK,
    "stroke-width": 1.5,
  });
  return el(
    "div",
    { class: "hw-legend", role: "group", "aria-label": say("legend") },
    el("ul", {}, ...items, el("li", {}, say("map.width"))),
    el(
      "ul",
      {},
      ...changes,
      el(
        "li",
        {},
        svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16 }, hollow),
        say("map.uncertain"),
      ),
    ),
  );
}

function sample(dash: readonly number[]): SVGElement {
  const width = 3;
  const pattern = dash.map((one) => one * width).join(" ");
  return svg(
    "svg",
    { viewBox: "0 0 48 8", width: 48, height: 8, "aria-hidden": "true" },
    svg("line", {
      x1: 0,
      y1: 4,
      x2: 48,
      y2: 4,
      stroke: INK,
      "stroke-width": width,
      "stroke-dasharray": pattern,
    }),
  );
}
