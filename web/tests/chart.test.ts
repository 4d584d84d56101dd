import assert from "node:assert/strict";
import test from "node:test";
import { EVERYTHING } from "../src/core/filters.ts";
import { addTo, byRelevance, emptyGraph, largestPart, reasonOf } from "../src/views/chart/data.ts";
import { Labels, sameLook } from "../src/views/chart/looks.ts";
import { place } from "../src/views/chart/placement.ts";
import { lookFrom, passed } from "../src/views/chart/state.ts";

const node = (id: string, more = {}) => ({ id, name: id, kind: "person", ...more });
const link = (id: string, source: string, target: string, more = {}) => ({
  id,
  source,
  target,
  layer: "calls",
  ...more,
});

const CHAIN = {
  nodes: [node("a"), node("b", { score: 2 }), node("c"), node("d", { kind: "phone" })],
  links: [
    link("1", "a", "b", { first: "2024-01-01", last: "2024-02-01", groups: 2 }),
    link("2", "b", "c", { first: "2024-05-01", groups: 1 }),
    link("3", "c", "d", { layer: "owns" }),
    link("4", "c", "nobody"),
  ],
};

function chain() {
  const graph = emptyGraph();
  addTo(graph, CHAIN);
  return graph;
}

test("the order in which the server sends does not move anybody", () => {
  const turned = emptyGraph();
  addTo(turned, { nodes: [...CHAIN.nodes].reverse(), links: [...CHAIN.links].reverse() });
  const places = (graph: ReturnType<typeof chain>) =>
    graph.mapNodes((id, { x, y }) => [id, x, y] as const);
  assert.deepEqual(places(turned), places(chain()));
  assert.deepEqual(turned.edges(), chain().edges());
});

test("a link to somebody who was not sent is left out", () => {
  assert.deepEqual(chain().edges(), ["1", "2", "3"]);
});

test("expanding adds what is new and moves nobody who was there", () => {
  const graph = chain();
  const before = { ...graph.getNodeAttributes("a") };
  const more = { nodes: [node("a"), node("e")], links: [link("5", "a", "e")] };
  assert.deepEqual(addTo(graph, more, "a"), ["e"]);
  assert.equal(graph.getNodeAttribute("a", "x"), before.x);
  assert(graph.getNodeAttribute("a", "fixed"));
  assert(!graph.getNodeAttribute("e", "fixed"));
});

test("the ranked come first in the list, then those with most links", () => {
  assert.deepEqual(byRelevance(chain()), ["b", "c", "a", "d"]);
});

test("whoever is in the chart is there for a rank or for a link", () => {
  assert.deepEqual(reasonOf(chain(), "b"), { place: 1 });
  assert.deepEqual(reasonOf(chain(), "d"), { by: "c" });
  const graph = chain();
  addTo(graph, { nodes: [node("e")], links: [] });
  assert.equal(reasonOf(graph, "e"), null);
});

test("taking away the one in the middle leaves the larger rest", () => {
  const graph = chain();
  assert.equal(largestPart(graph, new Set()), 4);
  assert.equal(largestPart(graph, new Set(["b"])), 2);
  assert.equal(largestPart(graph, new Set(["a", "b", "c", "d"])), 0);
});

test("a time range keeps the links in it and whoever they join", () => {
  const filter = { ...EVERYTHING, from: "2024-05-01", to: "2024-12-31" };
  const { nodes, links } = passed(chain(), filter, new Set());
  assert.deepEqual([...(links ?? [])], ["2"]);
  assert.deepEqual([...(nodes ?? [])].sort(), ["b", "c"]);
});

test("a search keeps the one found and the neighbours", () => {
  const { nodes, matched } = passed(chain(), { ...EVERYTHING, text: "D" }, new Set());
  assert.deepEqual([...matched], ["d"]);
  assert.deepEqual([...(nodes ?? [])].sort(), ["c", "d"]);
});

test("layers switched off and links of too few groups go", () => {
  const some = passed(chain(), { ...EVERYTHING, least: 2 }, new Set());
  assert.deepEqual([...(some.links ?? [])], ["1"]);
  const calls = passed(chain(), EVERYTHING, new Set(["owns"]));
  assert.deepEqual([...(calls.links ?? [])], ["1", "2"]);
});

test("without a filter nothing is left out", () => {
  assert.deepEqual(passed(chain(), EVERYTHING, new Set()).nodes, null);
});

test("those who deal with each other stand together, whoever has no links too, and always so", () => {
  const rings = ["a", "b"].flatMap((ring) =>
    [1, 2, 3, 4].flatMap((at) =>
      [1, 2, 3, 4].map((to) => link(`${ring}${at}${to}`, `${ring}${at}`, `${ring}${to}`)),
    ),
  );
  const ids = ["a", "b", "lone"].flatMap((ring) => [1, 2, 3, 4].map((at) => `${ring}${at}`));
  const links = [...rings, link("bridge", "a1", "b1")];
  const placed = () => {
    const graph = emptyGraph();
    addTo(graph, { nodes: ids.map((id) => node(id)), links });
    place(graph);
    return graph;
  };
  const graph = placed();
  const apart = (one: string, other: string) => {
    const [a, b] = [graph.getNodeAttributes(one), graph.getNodeAttributes(other)];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  for (const ring of ["a", "b", "lone"])
    for (const other of ["a2", "b2", "lone2"].filter((id) => !id.startsWith(ring)))
      assert(apart(`${ring}2`, `${ring}3`) < apart(`${ring}2`, other));
  const places = (one: typeof graph) => one.mapNodes((id, { x, y }) => [id, x, y] as const);
  assert.deepEqual(places(placed()), places(graph));
});

test("nothing is drawn anew until somebody is chosen, removed or filtered out", () => {
  const graph = chain();
  const all = passed(graph, EVERYTHING, new Set());
  const removed = new Set<string>();
  const before = lookFrom(graph, all, null, removed);
  assert(sameLook(before, lookFrom(graph, passed(graph, EVERYTHING, new Set()), null, removed)));
  assert(!sameLook(before, lookFrom(graph, all, "a", removed)));
  assert(!sameLook(before, lookFrom(graph, { ...all, links: new Set(["1"]) }, null, removed)));
  removed.add("a");
  assert(!sameLook(before, lookFrom(graph, all, null, removed)));
});

/** A sheet on which a letter is seven pixels wide, that keeps where names were written. */
function sheet() {
  const written: [string, number][] = [];
  const paper = {
    measureText: (text: string) => ({ width: 7 * text.length }),
    strokeText: () => undefined,
    fillText: (text: string, x: number) => written.push([text, x]),
  };
  return { written, paper: paper as unknown as CanvasRenderingContext2D };
}

test("a name stands left of its dot where others lie on the right, and right where none does", () => {
  const [free, tight] = [
    { x: 100, y: 20, size: 6 },
    { x: 100, y: 90, size: 6 },
  ];
  const { written, paper } = sheet();
  const labels = new Labels(() => [free, tight, { x: 130, y: 92, size: 6 }]);
  labels.draw(paper, { ...free, label: "Ada" });
  labels.draw(paper, { ...tight, label: "Bea" });
  assert.deepEqual(written, [
    ["Ada", 110],
    ["Bea", 69],
  ]);
});

test("a name that would lie on others on every side is left out", () => {
  const { written, paper } = sheet();
  const labels = new Labels(() => []);
  for (const label of ["Ada", "Bea", "Cleo", "Dora"])
    labels.draw(paper, { x: 100, y: 20, size: 6, label });
  assert.deepEqual(
    written.map(([name]) => name),
    ["Ada", "Bea", "Cleo"],
  );
});
