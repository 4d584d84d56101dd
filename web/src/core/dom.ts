/** Building elements without ever parsing text as HTML, so that a name can never become code. */

type Child = Node | string | null | undefined | false;
type Value = string | number | boolean | null | undefined | ((event: Event) => void);

function put(made: Element, name: string, value: Value): void {
  if (typeof value === "function") made.addEventListener(name, value);
  else if (value === true) made.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined)
    made.setAttribute(name, String(value));
}

function fill<T extends Element>(made: T, props: Record<string, Value>, children: Child[]): T {
  for (const [name, value] of Object.entries(props)) put(made, name, value);
  for (const child of children) if (child) made.append(child);
  return made;
}

/** An HTML element: attributes by name, listeners as functions, texts as texts. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), props, children);
}

/** An SVG element, the same way. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  props: Record<string, Value> = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), props, children);
}

/** A text in whatever direction its own letters ask for. */
export function name(text: string): HTMLElement {
  return el("bdi", {}, text);
}

/** An address that may be followed: on this site and over http(s); anything else is none. */
export function safeHref(href: unknown, base: string = location.href): string | null {
  if (typeof href !== "string" || !href) return null;
  try {
    const there = new URL(href, base);
    const here = new URL(base);
    return there.origin === here.origin && /^https?:$/.test(there.protocol) ? there.href : null;
  } catch {
    return null;
  }
}

/** A link where the address may be followed, else the plain text. */
export function link(href: unknown, ...children: Child[]): HTMLElement {
  const safe = safeHref(href);
  return safe ? el("a", { href: safe }, ...children) : el("span", {}, ...children);
}

let made = 0;

/** An id that no other element of the page has. */
export function freshId(prefix: string): string {
  made += 1;
  return `hw-${prefix}-${made}`;
}
