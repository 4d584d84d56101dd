import assert from "node:assert/strict";
import test from "node:test";
import { markOf, partAt } from "../src/core/marks.ts";

test("words that were marked are told without the spaces around them and by where they begin", () => {
  assert.deepEqual(markOf("He met ", " Beli \n"), { words: "Beli", at: 8 });
  assert.deepEqual(markOf("", "He"), { words: "He", at: 0 });
  assert.equal(markOf("He", " \n"), undefined);
});

test("a character that takes two places here takes one there", () => {
  assert.equal(markOf("😀 ", "Beli")?.at, 2);
});

test("the sentence that was marked in is chosen", () => {
  assert.equal(partAt([0, 10, 30], 10), 1);
  assert.equal(partAt([0, 10, 30], 29), 1);
  assert.equal(partAt([4, 10], 0), 0);
  assert.equal(partAt([], 3), 0);
});
