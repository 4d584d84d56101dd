// Makes the map's ground: the land that the printed drawings use, the rest of the world coarsely, rivers.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { feature, mesh } from "topojson-client";

const require = createRequire(import.meta.url);
const here = new URL("./", import.meta.url);
const GROUND = new URL("../src/headwater/draw/geography/land_and_borders.txt", here);
const RIVERS = new URL("basemap/rivers.txt", here);

const told = (kind, geometry, more = {}) => ({
  type: "Feature",
  properties: { kind, ...more },
  geometry,
});

function rows(text) {
  return text.split("\n").filter((row) => row && !row.startsWith("#"));
}

// Hundredths of a degree, each point as the step from the one before it.
function points(numbers) {
  const found = [];
  let [x, y] = [0, 0];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    x += numbers[at];
    y += numbers[at + 1];
    found.push([x / 100, y / 100]);
  }
  return found;
}

async function nearLand() {
  return rows(await readFile(GROUND, "utf8")).map((row) => {
    const [kind, ...numbers] = row.split(" ");
    const line = points(numbers.map(Number));
    if (kind !== "land") return told("border", { type: "LineString", coordinates: line });
    return told("land", { type: "Polygon", coordinates: [[...line, line[0]]] });
  });
}

function edges(features) {
  const all = features.flatMap(({ geometry }) =>
    geometry.coordinates.flat(geometry.type === "Polygon" ? 1 : 0),
  );
  const [lons, lats] = [0, 1].map((axis) => all.map((point) => point[axis]));
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

// The shores of the land: its rings without the cuts along the edge of the detailed part.
function coast(features, [west, south, east, north]) {
  const cut = (a, b) =>
    (a[0] === b[0] && (a[0] === west || a[0] === east)) ||
    (a[1] === b[1] && (a[1] === south || a[1] === north));
  return features.flatMap(({ properties, geometry }) => {
    if (properties.kind !== "land") return [];
    const lines = [[]];
    geometry.coordinates[0].forEach((point, at, ring) => {
      if (at && cut(ring[at - 1], point)) lines.push([]);
      lines.at(-1).push(point);
    });
    const long = lines.filter((line) => line.length > 1);
    return long.map((line) => told("coast", { type: "LineString", coordinates: line }));
  });
}

// A sheet of sea under the detailed part, so that the coarse coast does not show through.
function sea([w, s, e, n]) {
  const ring = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
  return told("sea", { type: "Polygon", coordinates: [ring] });
}

// A ring across the date line goes on beyond 180 degrees instead of back through the whole world.
function unwrapped(ring) {
  let turn = 0;
  return ring.map(([lon, lat], at) => {
    const step = at ? lon - ring[at - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [lon + turn, lat];
  });
}

function farAway() {
  const world = require("world-atlas/countries-110m.json");
  const { coordinates } = feature(world, world.objects.land).features[0].geometry;
  const inhabited = coordinates.filter(([ring]) => ring.every(([, lat]) => lat > -60));
  const land = inhabited.map((polygon) => polygon.map(unwrapped));
  return [
    told("far", { type: "MultiPolygon", coordinates: land }),
    told(
      "far-border",
      mesh(world, world.objects.countries, (a, b) => a !== b),
    ),
  ];
}

async function rivers() {
  return rows(await readFile(RIVERS, "utf8")).flatMap((row) => {
    const [name, line] = row.split(" | ");
    const coordinates = line.split(", ").map((point) => point.split(" ").map(Number));
    const middle = coordinates[Math.floor(coordinates.length / 2)];
    return [
      told("river", { type: "LineString", coordinates }, { name }),
      told("river-name", { type: "Point", coordinates: middle }, { name }),
    ];
  });
}

/** The ground as GeoJSON, in the order it is to be drawn. */
export async function basemap() {
  const near = await nearLand();
  const frame = edges(near);
  const ground = [sea(frame), ...near, ...coast(near, frame)];
  const features = [...farAway(), ...ground, ...(await rivers())];
  return JSON.stringify({ type: "FeatureCollection", features }, (_key, value) =>
    typeof value === "number" ? Math.round(value * 100) / 100 : value,
  );
}
