/** Events by month, and the range chosen among them: dragged, or moved with the arrow keys. */

import { DAY, toDay } from "../../core/dates.ts";
import { svg } from "../../core/dom.ts";
import { say } from "../../core/words.ts";
import { byMonth, type Dated, monthStart, type Span, ticks } from "./data.ts";

const WIDTH = 1000;
const HEIGHT = 56;

type End = "from" | "to";

export class Brush {
  readonly element: SVGSVGElement;
  readonly #span: Span;
  readonly #choose: (from: string, to: string) => void;
  readonly #bars = svg("g", { class: "hw-bars" });
  readonly #window = svg("rect", { class: "hw-window", y: 0, height: HEIGHT });
  readonly #ends: Record<End, SVGRectElement>;
  readonly #scaleMax: number;
  #range: Span;

  constructor(all: readonly Dated[], span: Span, choose: (from: string, to: string) => void) {
    this.#span = span;
    this.#range = span;
    this.#choose = choose;
    this.#scaleMax = Math.max(1, ...byMonth(all, span).map((bin) => bin.count));
    this.#ends = { from: this.#end("from"), to: this.#end("to") };
    this.element = svg(
      "svg",
      {
        class: "hw-brush",
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        preserveAspectRatio: "none",
        role: "group",
        "aria-label": say("time.brush"),
      },
      svg("title", {}, say("time.brush")),
      this.#grid(),
      this.#bars,
      this.#window,
      this.#ends.from,
      this.#ends.to,
    );
    this.element.addEventListener("pointerdown", (event) => this.#drag(event));
    this.element.addEventListener("dblclick", () => this.#choose("", ""));
  }

  /** Bars of what passes the other filters, and the range over them. */
  show(passing: readonly Dated[], range: Span | null): void {
    this.#range = range ?? this.#span;
    const bars = byMonth(passing, this.#span).map((bin) => {
      const height = (bin.count / this.#scaleMax) * (HEIGHT - 6);
      return svg("rect", {
        x: this.#x(bin.from) + 0.5,
        width: Math.max(0.5, this.#x(bin.to) - this.#x(bin.from) - 1),
        y: HEIGHT - height,
        height,
      });
    });
    this.#bars.replaceChildren(...bars);
    this.#place();
  }

  #x(time: number): number {
    const share = (time - this.#span.from) / (this.#span.to - this.#span.from);
    return WIDTH * Math.min(1, Math.max(0, share));
  }

  #time(event: PointerEvent): number {
    const box = this.element.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return this.#span.from + share * (this.#span.to - this.#span.from);
  }

  #place(): void {
    const [from, to] = [this.#x(this.#range.from), this.#x(this.#range.to)];
    this.#window.setAttribute("x", String(from));
    this.#window.setAttribute("width", String(Math.max(1, to - from)));
    this.#ends.from.setAttribute("x", String(Math.max(0, from - 4)));
    this.#ends.to.setAttribute("x", String(Math.min(WIDTH - 8, to - 4)));
    this.#ends.from.setAttribute("aria-valuetext", toDay(this.#range.from));
    this.#ends.to.setAttribute("aria-valuetext", toDay(this.#range.to - DAY));
    for (const end of ["from", "to"] as const)
      this.#ends[end].setAttribute("aria-valuenow", String(Math.round(this.#range[end] / DAY)));
  }

  #end(end: End): SVGRectElement {
    const handle = svg("rect", {
      class: "hw-end",
      y: 0,
      width: 8,
      height: HEIGHT,
      tabindex: 0,
      role: "slider",
      "aria-label": say(end === "from" ? "time.start" : "time.end"),
      "aria-valuemin": Math.round(this.#span.from / DAY),
      "aria-valuemax": Math.round(this.#span.to / DAY),
    });
    handle.addEventListener("keydown", (event) => this.#key(end, event));
    return handle;
  }

  #key(end: End, event: KeyboardEvent): void {
    const months: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      PageUp: 12,
      PageDown: -12,
    };
    const by = months[event.key];
    if (event.key === "Escape") this.#choose("", "");
    else if (by) this.#move(end, monthStart(this.#range[end], by));
    else if (event.key === "Home") this.#move(end, this.#span.from);
    else if (event.key === "End") this.#move(end, this.#span.to);
    else return;
    event.preventDefault();
  }

  #move(end: End, time: number): void {
    const inside = Math.min(this.#span.to, Math.max(this.#span.from, time));
    this.#tell({ ...this.#range, [end]: inside });
  }

  #tell(range: Span): void {
    if (range.to - range.from < DAY) return;
    const whole = range.from <= this.#span.from && range.to >= this.#span.to;
    this.#choose(whole ? "" : toDay(range.from), whole ? "" : toDay(range.to - DAY));
  }

  #drag(down: PointerEvent): void {
    const start = this.#time(down);
    const before = this.#range;
    this.element.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent) => {
      const now = this.#time(event);
      this.#range = { from: Math.min(start, now), to: Math.max(start, now) };
      this.#place();
    };
    const up = () => {
      this.element.removeEventListener("pointermove", move);
      const { from, to } = this.#range;
      if (to - from < DAY || this.#range === before) {
        this.#range = before;
        this.#place();
      } else this.#tell(this.#range);
    };
    this.element.addEventListener("pointermove", move);
    this.element.addEventListener("pointerup", up, { once: true });
    this.element.addEventListener("pointercancel", up, { once: true });
  }

  #grid(): SVGGElement {
    const years = ticks(this.#span, 12).map(({ at }) => {
      const x = this.#x(at);
      return svg("line", { x1: x, x2: x, y1: 0, y2: HEIGHT });
    });
    return svg("g", { class: "hw-grid" }, ...years);
  }
}
