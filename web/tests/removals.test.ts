import assert from "node:assert/strict";
import test from "node:test";
import { removedIn, sameIds, withRemoved } from "../src/core/removals.ts";

test("an address names each person who is taken away once", () => {
  assert.deepEqual(removedIn(new URLSearchParams("without=a&without=b&without=a&without=")), [
    "a",
    "b",
  ]);
});

test("what else stands in the address stays", () => {
  const written = withRemoved(["c d", "e"], new URLSearchParams("q=Goran&without=a"));
  assert.equal(written.toString(), "q=Goran&without=c+d&without=e");
});

test("the order of those taken away says nothing", () => {
  assert.equal(sameIds(["a", "b"], ["b", "a"]), true);
  assert.equal(sameIds(["a"], ["a", "b"]), false);
});
