import assert from "node:assert/strict";
import test from "node:test";
import { byMonth, datedOf, lanesOf, spanOf, ticks } from "../src/views/timeline/data.ts";

const event = (id: string, date: string | null, end: string | null = null) => ({
  id,
  date,
  end,
  kind: "crossing",
  label: id,
});

test("each event falls into the month it begins in, one without a date into none", () => {
  const dated = datedOf([event("b", "2024-03-31"), event("a", "2024-01-05"), event("c", null)]);
  const span = spanOf(dated);
  assert(span);
  assert.deepEqual(
    byMonth(dated, span).map((bin) => bin.count),
    [1, 0, 1],
  );
});

test("an event that ends before it begins lasts a day", () => {
  const [one] = datedOf([event("a", "2024-01-05", "2023-01-01")]);
  assert.equal((one?.ends ?? 0) - (one?.begins ?? 0), 86_400_000);
});

test("no mark covers another of its kind", () => {
  const places = [
    { from: 0, to: 10 },
    { from: 5, to: 12 },
    { from: 11, to: 20 },
  ];
  assert.deepEqual(lanesOf(places), [0, 1, 0]);
});

test("there are never more ticks than fit", () => {
  for (const years of [0.05, 0.5, 3, 20, 80]) {
    const from = Date.UTC(2000, 4, 17);
    const found = ticks({ from, to: from + years * 365 * 86_400_000 }, 8);
    assert(found.length >= 1 && found.length <= 9, `${years} years: ${found.length}`);
  }
});
