/** Whom the reader takes away in thought: ids in the address of the page, in the order taken. */

const NAME = "without";

/** The ids that an address names, each once. */
export function removedIn(query: URLSearchParams): string[] {
  return [...new Set(query.getAll(NAME).filter(Boolean))];
}

/** The query of an address that names these; other parts of the query stay. */
export function withRemoved(ids: readonly string[], query: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(query);
  written.delete(NAME);
  for (const id of ids) written.append(NAME, id);
  return written;
}

/** Whether two lists hold the same ids, in whatever order. */
export function sameIds(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(some);
  return known.size === new Set(others).size && others.every((id) => known.has(id));
}
