/**
 * One stream of server-sent events for all open pages of a session.
 *
 * A browser keeps few connections to one server (six without TLS): a stream for each open page
 * would leave none for the pages themselves. One page holds a lock and the stream, and hands on
 * what comes; when it is closed, the next page takes over from where it ended.
 */

/** What a page is told. */
export interface Listening {
  /** Data of an event, as they came. */
  readonly take: (data: string) => void;
  /** Whether the stream is open. */
  readonly state: (open: boolean) => void;
}

type Passed = { readonly data: string; readonly id: string } | { readonly open: boolean };

export class OneStream {
  readonly #address: URL;
  readonly #event: string;
  readonly #to: Listening;
  readonly #channel: BroadcastChannel;
  readonly #left = new AbortController();
  #source: EventSource | null = null;
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
    if (!navigator.locks) this.#open();
    else
      navigator.locks
        .request(name, { signal: this.#left.signal }, () => this.#hold())
        .catch(() => {}); // the page went before its turn came
  }

  close(): void {
    this.#left.abort();
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

  #open(): void {
    this.#source = new EventSource(this.#address);
    this.#source.addEventListener(this.#event, (event) => {
      const { data, lastEventId } = event as MessageEvent<string>;
      this.#pass({ data, id: lastEventId });
    });
    this.#source.addEventListener("open", () => this.#pass({ open: true }));
    this.#source.addEventListener("error", () => this.#pass({ open: false }));
  }

  #pass(what: Passed): void {
    this.#channel.postMessage(what);
    this.#hear(what);
  }

  #hear(what: Passed): void {
    if ("open" in what) return this.#to.state(what.open);
    if (what.id) this.#address.searchParams.set("since", what.id);
    this.#to.take(what.data);
  }
}
