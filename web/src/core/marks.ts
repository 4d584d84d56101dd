/** Marks: words that somebody marked in a text, and where they begin in it. */

export interface Mark {
  words: string;
  /** Characters of the text before them, counted as the server counts them. */
  at: number;
}

/** What was marked, without the spaces around it; nothing where only spaces were. */
export function markOf(before: string, marked: string): Mark | undefined {
  const words = marked.trim();
  if (!words) return undefined;
  const lead = marked.slice(0, marked.indexOf(words));
  return { words, at: [...before, ...lead].length };
}

/** Which part of a text, of those that begin at these places in order, has a place in it. */
export function partAt(begins: readonly number[], at: number): number {
  return Math.max(0, begins.filter((begin) => begin <= at).length - 1);
}
