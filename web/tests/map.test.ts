import assert from "node:assert/strict";
import test from "node:test";
import { routesOf } from "../src/views/map/data.ts";
import { bearing, bent, DASHES, drawnLegs, legFeatures, widthOf } from "../src/views/map/legs.ts";

const PLACES = [
  { id: "n", name: "North", lat: 42, lon: 20 },
  { id: "s", name: "South", lat: 40, lon: 20 },
  { id: "?", name: "Somewhere", lat: null, lon: null },
];

test("the way back does not cover the way there", () => {
  const there = bent([20, 42], [20, 40]);
  const back = bent([20, 40], [20, 42]);
  assert((there[12]?.[0] ?? 0) < 20 && (back[12]?.[0] ?? 0) > 20);
  assert.deepEqual(
    [there[0], there.at(-1)],
    [
      [20, 42],
      [20, 40],
    ],
  );
});

test("twice the persons make a wider line, nobody counted makes the thinnest", () => {
  assert(widthOf(200, 400) > widthOf(100, 400));
  assert.equal(widthOf(null, 400), widthOf(0, 400));
});

test("an arrow points where the leg leads", () => {
  assert.equal(Math.round(bearing([20, 40], [20, 42])), 0);
  assert.equal(Math.round(bearing([20, 40], [22, 40])), 90);
  assert.equal(Math.abs(Math.round(bearing([20, 42], [20, 40]))), 180);
});

test("every mode has a dash of its own, so that a grey print can be read", () => {
  const patterns = Object.values(DASHES).map((dash) => dash.join(" "));
  const shared = patterns.length - new Set(patterns).size;
  assert.equal(shared, 0);
});

test("a leg without coordinates is not drawn and not lost", () => {
  const routes = routesOf({
    places: PLACES,
    legs: [
      { id: "1", from: "n", to: "s", persons: 3, change: -1 },
      { id: "2", from: "n", to: "?" },
    ],
  });
  assert.equal(routes.legs.length, 2);
  const drawn = drawnLegs(routes);
  assert.deepEqual(
    drawn.map(({ leg }) => leg.id),
    ["1"],
  );
  assert.equal(legFeatures(drawn, "1").features[0]?.properties?.change, "falling");
});
