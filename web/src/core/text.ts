/** Words as a searcher means them. */

/** Small letters without accents, so that `cerkov` finds `Čerkov`. Every script stays itself. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/ł/g, "l")
    .replace(/ı/g, "i")
    .trim();
}

/** Whether a text holds every word that is searched for. */
export function holds(text: string, wanted: string): boolean {
  const inside = folded(text);
  return folded(wanted)
    .split(/\s+/)
    .every((word) => inside.includes(word));
}

/** A number that is always the same for the same text (FNV-1a, 32 bits). */
export function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
