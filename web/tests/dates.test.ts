import assert from "node:assert/strict";
import test from "node:test";
import { inWords } from "../src/core/dates.ts";

test("a chosen day is said in words, the day before the month", () => {
  assert.equal(inWords("2026-03-05", "en"), "5 March 2026");
  assert.equal(inWords("2026-03-05", "sr").slice(0, 12), "5. март 2026");
});

test("what is no whole day is not said", () => {
  for (const text of ["", "2026-03", "yesterday"]) assert.equal(inWords(text, "en"), "");
});
