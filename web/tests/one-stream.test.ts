import assert from "node:assert/strict";
import test from "node:test";
import { OneStream } from "../src/core/one-stream.ts";

const CLOSED = 2;

class FakeSource extends EventTarget {
  static readonly CLOSED = CLOSED;
  static opened: FakeSource[] = [];
  readyState = 1;

  constructor(readonly address: URL) {
    super();
    FakeSource.opened.push(this);
  }

  tell(data: string, lastEventId: string): void {
    this.dispatchEvent(Object.assign(new Event("alert"), { data, lastEventId }));
  }

  refused(): void {
    this.readyState = CLOSED;
    this.dispatchEvent(new Event("error"));
  }

  close(): void {
    this.readyState = CLOSED;
  }
}

class FakeChannel {
  static open: FakeChannel[] = [];
  onmessage: (event: { data: unknown }) => void = () => {};

  constructor(readonly name: string) {
    FakeChannel.open.push(this);
  }

  postMessage(data: unknown): void {
    for (const one of FakeChannel.open)
      if (one !== this && one.name === this.name) one.onmessage({ data });
  }

  close(): void {
    FakeChannel.open = FakeChannel.open.filter((one) => one !== this);
  }
}

type Turn = () => Promise<unknown>;

/** Whoever asks first holds the lock until its promise is done. */
function queue(): { request: (name: string, options: unknown, turn: Turn) => Promise<unknown> } {
  let last: Promise<unknown> = Promise.resolve();
  return { request: (_name, _options, turn) => (last = last.then(turn)) };
}

/** A browser of its own, with pages that are opened at a time and say what they heard. */
function browser() {
  FakeSource.opened = [];
  FakeChannel.open = [];
  const later: (() => void)[] = [];
  const known = {
    EventSource: FakeSource,
    BroadcastChannel: FakeChannel,
    navigator: { locks: queue() },
    location: { href: "https://hub.example/" },
    setTimeout: (act: () => void) => later.push(act),
  };
  for (const [name, value] of Object.entries(known))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const page = async (since: string) => {
    const heard: string[] = [];
    const stream = new OneStream(`/alerts/stream?since=${since}`, "alert", "session", {
      take: (data) => heard.push(data),
      state: () => {},
    });
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    return { heard, stream };
  };
  return { later, page, sources: FakeSource.opened };
}

test("an alert that came while a second page was loading is told there too", async () => {
  const { page, sources } = browser();
  const first = await page("2026-11-23T02:00:00");
  sources[0]?.tell("long before", "2026-11-23T02:00:05+00:00");
  sources[0]?.tell("while it loaded", "2026-11-23T02:00:11+00:00");
  const second = await page("2026-11-23T02:00:10");
  assert.equal(sources.length, 1);
  assert.deepEqual(second.heard, ["while it loaded"]);
  sources[0]?.tell("afterwards", "2026-11-23T02:00:20+00:00");
  assert.deepEqual(second.heard, ["while it loaded", "afterwards"]);
  assert.deepEqual(first.heard, ["long before", "while it loaded", "afterwards"]);
});

test("a stream that the browser gave up on is asked again from where it broke off", async () => {
  const { later, page, sources } = browser();
  const { heard } = await page("2026-11-23T02:00:00");
  sources[0]?.tell("one", "2026-11-23T02:00:05+00:00");
  sources[0]?.refused();
  assert.equal(sources.length, 1);
  for (const act of later) act();
  assert.equal(sources[1]?.address.searchParams.get("since"), "2026-11-23T02:00:05+00:00");
  sources[1]?.tell("two", "2026-11-23T02:00:09+00:00");
  assert.deepEqual(heard, ["one", "two"]);
});

test("the page that takes over goes on from the last that anybody heard", async () => {
  const { page, sources } = browser();
  const first = await page("2026-11-23T02:00:00");
  const second = await page("2026-11-23T02:00:03");
  sources[0]?.tell("one", "2026-11-23T02:00:05+00:00");
  first.stream.close();
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  assert.equal(sources[1]?.address.searchParams.get("since"), "2026-11-23T02:00:05+00:00");
  assert.deepEqual(second.heard, ["one"]);
});
