/** The link chart as a whole: surface, legend, list and panel, and what the reader does to them. */

import { el } from "../../core/dom.ts";
import type { Filter } from "../../core/filters.ts";
import type { Drawing } from "../../core/live-part.ts";
import { Picker } from "../../core/picker.ts";
import type { Row } from "../../core/table.ts";
import { say, word } from "../../core/words.ts";
import {
  addTo,
  byRelevance,
  type ChartGraph,
  emptyGraph,
  isPlaced,
  largestPart,
  totalsOf,
} from "./data.ts";
import { layOut } from "./layout.ts";
import { legendOf } from "./legend.ts";
import { type Look, type Picture, sameLook } from "./looks.ts";
import { panelOf, putPanel } from "./panel.ts";
import { place } from "./placement.ts";
import { Sketch } from "./sketch.ts";
import { kindsOf, lookFrom, type Passed, passed } from "./state.ts";
import { Surface } from "./surface.ts";

/** What the chart asks of the page around it. */
export interface ChartHooks {
  readonly open: (href: string | null | undefined) => void;
  readonly expand: (id: string) => void;
  readonly changed: () => void;
  readonly removed: (detail: { ids: string[]; left: number; before: number }) => void;
  readonly settled: () => void;
}

/** Fill the graph; returns whether the server has placed every node. */
function begin(graph: ChartGraph, data: unknown): boolean {
  addTo(graph, data);
  const placed = graph.everyNode((_id, mark) => isPlaced(mark.told));
  if (!placed) place(graph);
  return placed;
}

/** Resolves when what was drawn last is on the screen. */
function onScreen(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
}

const EVERYTHING: Passed = { nodes: null, links: null, matched: new Set() };

export class ChartView implements Drawing {
  /** Resolves when the first picture is drawn; the layout goes on behind it. */
  readonly ready: Promise<void>;
  readonly #graph = emptyGraph();
  readonly #hooks: ChartHooks;
  readonly #canvas = el("div", { class: "hw-canvas", "aria-hidden": "true" });
  #picture: Picture;
  /** What the picture was last told to show. */
  #shown: Look;
  #still = false;
  readonly #picker: Picker;
  readonly #legend = el("div");
  readonly #panel = el("div");
  readonly #totals: ReturnType<typeof totalsOf>;
  #stopLayout: () => void = () => {};
  #passed = EVERYTHING;
  #chosen: string | null = null;
  #removed = new Set<string>();
  #off = new Set<string>();
  #removing = false;

  constructor(host: HTMLElement, data: unknown, hooks: ChartHooks) {
    this.#hooks = hooks;
    const placed = begin(this.#graph, data);
    this.#totals = totalsOf(data);
    this.#picker = new Picker({
      label: say("chart.find"),
      onFocus: (id) => this.choose(id, true),
      onKey: (id, key) => this.#key(id, key),
    });
    host.append(
      this.#tools(),
      el(
        "div",
        { class: "hw-body" },
        this.#canvas,
        el("div", { class: "hw-side" }, this.#picker.element, this.#panel),
      ),
      this.#legend,
    );
    this.#shown = this.#lookNow();
    this.#picture = new Sketch(this.#graph, this.#canvas, this.#shown);
    this.#picture.onClick((id) => this.#click(id));
    this.#list();
    this.#describe();
    this.ready = onScreen();
    void this.ready.then(() => setTimeout(() => this.#enliven(placed)));
  }

  get kinds(): string[] {
    return [...kindsOf(this.#graph)];
  }

  get countsGroups(): boolean {
    return this.#graph.someEdge((_id, mark) => typeof mark.told.groups === "number");
  }

  get removed(): string[] {
    return [...this.#removed];
  }

  /** Take away exactly these; one that is not shown yet is away when it comes. */
  removeOnly(ids: readonly string[]): void {
    this.#removed = new Set(ids);
    this.#tellRemoved();
  }

  /** More nodes and links, near the one they were asked for; returns how many are new. */
  add(data: unknown, near: string): number {
    const links = this.#graph.size;
    const fresh = addTo(this.#graph, data, near);
    if (fresh.length) this.#layOut();
    this.#list();
    this.choose(near, false);
    return fresh.length + this.#graph.size - links;
  }

  choose(id: string | null, go: boolean): void {
    this.#chosen = id;
    this.#redraw();
    this.#picker.mark(id);
    if (id && go) this.#picture.goTo(id);
  }

  show(filter: Filter): string {
    this.#passed = passed(this.#graph, filter, this.#off);
    if (!sameLook(this.#shown, this.#lookNow())) this.#redraw();
    return this.#summary();
  }

  rows(): { headings: string[]; rows: Row[] } {
    const shown = byRelevance(this.#graph).filter((id) => this.#passed.nodes?.has(id) ?? true);
    const rows = shown.map((id): Row => {
      const told = this.#graph.getNodeAttribute(id, "told");
      const near = this.#graph.neighbors(id).map((one) => this.#nameOf(one));
      const few = near.slice(0, 5).join("; ") + (near.length > 5 ? "; …" : "");
      const category = told.category ? word(told.category) : "";
      return [
        { text: told.name, href: told.href },
        word(told.kind),
        category,
        String(near.length),
        few,
      ];
    });
    const headings = ["name", "kind", "category", "neighbours", "linked-with"] as const;
    return { headings: headings.map((one) => say(`column.${one}`)), rows };
  }

  destroy(): void {
    this.#stopLayout();
    this.#picture.destroy();
  }

  #nameOf(id: string): string {
    return this.#graph.getNodeAttribute(id, "told").name;
  }

  #lookNow() {
    return lookFrom(this.#graph, this.#passed, this.#chosen, this.#removed);
  }

  #redraw(): void {
    this.#look();
    this.#describe();
  }

  #look(): void {
    this.#shown = this.#lookNow();
    this.#picture.look(this.#shown);
  }

  #describe(): void {
    putPanel(
      this.#panel,
      panelOf(this.#graph, this.#chosen, this.#removed, {
        choose: (id) => this.choose(id, true),
        expand: this.#hooks.expand,
        remove: (id) => this.#toggle(id),
      }),
    );
  }

  #list(): void {
    const entries = byRelevance(this.#graph).map((id) => {
      const told = this.#graph.getNodeAttribute(id, "told");
      return { id, text: told.name, hint: word(told.category ?? told.kind) };
    });
    this.#picker.set(entries);
    this.#legend.replaceChildren(
      legendOf(this.#graph, this.#off, (layer, on) => {
        if (on) this.#off.delete(layer);
        else this.#off.add(layer);
        this.#hooks.changed();
      }),
    );
  }

  /** Put the picture that can be moved over the plain one; where there is no WebGL, keep that. */
  #enliven(placed: boolean): void {
    if (!this.#canvas.isConnected) return;
    const sketch = this.#picture;
    try {
      this.#picture = new Surface(this.#graph, this.#canvas, this.#shown);
      this.#picture.onClick((id) => this.#click(id));
      void onScreen().then(() => sketch.destroy());
    } catch (error) {
      console.info("the chart is drawn without WebGL", error);
      this.#still = true;
      this.#hooks.changed();
    }
    if (placed) this.#hooks.settled();
    else this.#layOut();
  }

  #layOut(): void {
    this.#stopLayout();
    this.#stopLayout = layOut(this.#graph, (last) => {
      this.#look();
      if (last) this.#hooks.settled();
    });
  }

  #tools(): HTMLElement {
    const button = (text: string, act: () => void) =>
      el("button", { type: "button", click: act }, text);
    const remove = el("button", { type: "button", "aria-pressed": "false" }, say("chart.removing"));
    remove.addEventListener("click", () => {
      this.#removing = !this.#removing;
      remove.setAttribute("aria-pressed", String(this.#removing));
    });
    return el(
      "div",
      { class: "hw-bar", role: "toolbar", "aria-label": say("chart.tools") },
      button(say("zoom.in"), () => this.#picture.zoom(0.6)),
      button(say("zoom.out"), () => this.#picture.zoom(1 / 0.6)),
      button(say("zoom.all"), () => this.#picture.whole()),
      remove,
      button(say("chart.restore-all"), () => this.removeOnly([])),
      el("span", { class: "hw-hint" }, say("chart.keys")),
    );
  }

  #click(id: string | null): void {
    if (id && this.#removing) this.#toggle(id);
    else this.choose(id, false);
  }

  #key(id: string, key: string): boolean {
    if (key === "Enter") this.#hooks.open(this.#graph.getNodeAttribute(id, "told").href);
    else if (key === "e" || key === "E") this.#hooks.expand(id);
    else if (key === "r" || key === "R") this.#toggle(id);
    else return false;
    return true;
  }

  #toggle(id: string): void {
    if (!this.#removed.delete(id)) this.#removed.add(id);
    this.#tellRemoved();
  }

  #tellRemoved(): void {
    const before = largestPart(this.#graph, new Set());
    const left = largestPart(this.#graph, this.#removed);
    this.#hooks.removed({ ids: this.removed, left, before });
    this.#hooks.changed();
  }

  #summary(): string {
    if (!this.#graph.order) return say("chart.empty");
    const nodes = this.#passed.nodes?.size ?? this.#graph.order;
    const links = this.#passed.links?.size ?? this.#graph.size;
    const all = this.#totals ?? { nodes: this.#graph.order, links: this.#graph.size };
    const still = this.#still ? ` ${say("chart.still")}` : "";
    const counts = say("chart.shown", { nodes, links, allNodes: all.nodes, allLinks: all.links });
    if (!this.#removed.size) return counts + still;
    const before = largestPart(this.#graph, new Set());
    const left = largestPart(this.#graph, this.#removed);
    return `${counts} ${say("chart.left", { removed: this.#removed.size, left, before })}${still}`;
  }
}
