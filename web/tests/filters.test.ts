import assert from "node:assert/strict";
import test from "node:test";
import {
  EVERYTHING,
  FilterStore,
  inRange,
  passes,
  readFilter,
  writeFilter,
} from "../src/core/filters.ts";

function page(search: string) {
  const location = { search, pathname: "/network", hash: "#chart" };
  const seen: string[] = [];
  const history = {
    state: null,
    replaceState: (_state: unknown, _title: string, address: string) => {
      seen.push(address);
      location.search = address.includes("?") ? `?${address.split("?")[1]?.split("#")[0]}` : "";
    },
  };
  return { seen, window: { location, history } as unknown as Window };
}

test("a link sent to a colleague shows the same view", () => {
  const filter = {
    text: "Ђорђе & Co",
    kinds: ["person", "phone"],
    modes: ["boat"],
    least: 2,
    from: "2024-01-01",
    to: "2024-06-30",
  };
  assert.deepEqual(readFilter(writeFilter(filter, new URLSearchParams())), filter);
});

test("what else the address asks for stays when the filter changes", () => {
  const { window, seen } = page("?case=7&q=old");
  const store = new FilterStore(window);
  store.change({ text: "", kinds: ["group"] });
  assert.deepEqual(seen, ["/network?case=7&kind=group#chart"]);
});

test("nonsense in an address restricts nothing", () => {
  const query = new URLSearchParams("least=-3&from=yesterday&to=&kind=");
  assert.deepEqual(readFilter(query), EVERYTHING);
});

test("a range given the wrong way round is turned", () => {
  const store = new FilterStore(page("").window);
  store.change({ from: "2024-06-01", to: "2024-01-01" });
  assert.equal(store.current.from, "2024-01-01");
  assert.equal(store.current.to, "2024-06-01");
});

test("everyone on the page is told once, and only when something changed", () => {
  const store = new FilterStore(page("").window);
  let told = 0;
  store.addEventListener("change", () => {
    told += 1;
  });
  store.change({ text: "a" });
  store.change({ text: "a" });
  assert.equal(told, 1);
});

test("a choice of kinds does not empty a part that has none of them", () => {
  assert(passes(["person"], new Set(["payment", "crossing"]), "payment"));
  assert(!passes(["person"], new Set(["person", "phone"]), "phone"));
  assert(passes([], new Set(["person"]), "person"));
});

test("what lasted into the range is in it, what has no date is not", () => {
  const filter = { ...EVERYTHING, from: "2024-03-01", to: "2024-03-31" };
  assert(inRange(filter, "2024-01-15", "2024-03-01"));
  assert(inRange(filter, "2024", null));
  assert(!inRange(filter, "2024-04", null));
  assert(!inRange(filter, null, null));
  assert(inRange(EVERYTHING, null, null));
});

test("what the parts offer is taken back when they leave", () => {
  const store = new FilterStore(page("").window);
  const part = {};
  store.offer(part, { kinds: ["phone", "person"], modes: [], groups: true });
  assert.deepEqual(store.offered, { kinds: ["person", "phone"], modes: [], groups: true });
  store.offer(part, null);
  assert.deepEqual(store.offered, { kinds: [], modes: [], groups: false });
});
