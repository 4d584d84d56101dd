/**
 * One stream of server-sent events for all open pages of a session.
 *
 * A browser keeps few connections to one server (six without TLS): a stream for each open page
 * would leave none for the pages themselves. One page holds a lock and the stream, and hands on
 * what comes; when it is closed, the next page takes over from where it ended. A page that was
 * loading meanwhile asks the others what came since it was made; some of it may come twice.
 */

/** What a page is told. */
export interface Listening {
  /** Data of an event, as they came. */
  readonly take: (data: string) => void;
  /** Whether the stream is open. */
  readonly state: (open: boolean) => void;
}

interface Told {
  readonly data: string;
  readonly id: string;
}

type Passed = Told | { readonly open: boolean } | { readonly since: string };

/** Milliseconds after which a stream that the browser gave up on is tried again. */
const AGAIN = 15_000;
/** So many events are kept for pages that are loading. */
const KEPT = 50;

export class OneStream {
  readonly #address: URL;
  readonly #event: string;
  readonly #to: Listening;
  readonly #channel: BroadcastChannel;
  readonly #left = new AbortController();
  #source: EventSource | null = null;
  #told: Told[] = [];
  #again: ReturnType<typeof setTimeout> | undefined;
  #giveUp: () => void = () => {};

  /**
   * @param src Address of the stream; `since` in it says from when on events are wanted.
   * @param session What pages of another session do not have, so that they share nothing.
   */
  constructor(src: string, event: string, session: string, to: Listening) {
    this.#address = new URL(src, location.href);
    this.#event = event;
    this.#to = to;
    const name = `${this.#address.pathname} ${session}`;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Passed>) => this.#hear(data);
    this.#channel.postMessage({ since: this.#since });
    if (!navigator.locks) this.#open();
    else
      navigator.locks
        .request(name, { signal: this.#left.signal }, () => this.#hold())
        .catch(() => {}); // the page went before its turn came
  }

  close(): void {
    this.#left.abort();
    clearTimeout(this.#again);
    this.#source?.close();
    this.#channel.close();
    this.#giveUp();
  }

  #hold(): Promise<void> {
    this.#open();
    return new Promise((done) => {
      this.#giveUp = done;
    });
  }

  get #since(): string {
    return this.#address.searchParams.get("since") ?? "";
  }

  #open(): void {
    const source = new EventSource(this.#address);
    this.#source = source;
    source.addEventListener(this.#event, (event) => {
      const { data, lastEventId } = event as MessageEvent<string>;
      this.#pass({ data, id: lastEventId });
    });
    source.addEventListener("open", () => this.#pass({ open: true }));
    source.addEventListener("error", () => {
      this.#pass({ open: false });
      // A link that broke off the browser tries again by itself, an answer that is no stream never.
      if (source.readyState === EventSource.CLOSED)
        this.#again = setTimeout(() => this.#open(), AGAIN);
    });
  }

  #pass(what: Passed): void {
    this.#channel.postMessage(what);
    this.#hear(what);
  }

  #hear(what: Passed): void {
    if ("open" in what) return this.#to.state(what.open);
    if ("since" in what) return this.#tellAgain(what.since);
    if (what.id > this.#since) this.#address.searchParams.set("since", what.id);
    if (this.#told.some((one) => one.data === what.data)) return;
    this.#told = [...this.#told, what].slice(-KEPT);
    this.#to.take(what.data);
  }

  /** Whatever came since a page was made that has only now begun to listen. */
  #tellAgain(since: string): void {
    if (!since) return;
    for (const one of this.#told) if (one.id >= since) this.#channel.postMessage(one);
  }
}
