/** Asking our own server for data, with every failure told in words. */

import { safeHref } from "./dom.ts";
import { say } from "./words.ts";

/** Why nothing can be shown, in a sentence for the reader. */
export class NotLoaded extends Error {}

function refusal(status: number): string {
  if (status === 401) return say("load.signed-out");
  if (status === 403) return say("load.not-permitted");
  if (status === 404) return say("load.gone");
  if (status === 429) return say("load.too-often");
  return say("load.failed", { status });
}

/**
 * The JSON document at an address of this site.
 *
 * Throws NotLoaded, with a sentence, when it cannot be had or is not JSON.
 */
export async function loadJson(address: string, signal?: AbortSignal): Promise<unknown> {
  const safe = safeHref(address);
  if (!safe) throw new NotLoaded(say("load.elsewhere"));
  let answer: Response;
  try {
    answer = await fetch(safe, {
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NotLoaded(say("load.no-answer"));
  }
  if (!answer.ok) throw new NotLoaded(refusal(answer.status));
  try {
    return await answer.json();
  } catch {
    throw new NotLoaded(say("load.not-understood"));
  }
}

/** The list under a key of a document; throws NotLoaded when there is none. */
export function listOf<T>(document: unknown, key: string): T[] {
  const found = (document as Record<string, unknown> | null)?.[key];
  if (!Array.isArray(found)) throw new NotLoaded(say("load.not-understood"));
  return found as T[];
}

/** An address with one more question in it: `around`, `p7` -> `...?around=p7`. */
export function asking(address: string, key: string, value: string): string {
  const there = new URL(address, location.href);
  there.searchParams.set(key, value);
  return there.href;
}
