/**
 * Every sentence of the live parts, in English.
 *
 * A page in another language carries a catalogue in `<script type="application/json"
 * id="hw-words">`: a flat object with the same keys; what it lacks is said in English.
 */

const ENGLISH = {
  "alerts.all": "All alerts",
  "alerts.close": "Put away",
  "alerts.connected": "Alerts arrive here as they are raised.",
  "alerts.lost": "The connection for alerts is lost; it is being tried again. Reload to be sure.",
  "alerts.none": "No new alerts since this page was opened.",
  "alerts.title": "New alerts",
  "alerts.urgent": "Urgent: {text}",
  "chart.choose": "Choose somebody in the list or in the chart to read about them here.",
  "chart.empty": "Nobody stands in the chart, in what you may see.",
  "chart.expand": "Expand",
  "chart.find": "Find in the chart",
  "chart.keys": "In the list: arrows move, Enter opens, E expands, R removes.",
  "chart.left":
    "Without the {removed} removed, the largest connected part has {left} instead of {before}.",
  "chart.linked": "Shown for the link with {name}.",
  "chart.links": "{shown} of {all} links are shown.",
  "chart.more-neighbours": "and {left} more",
  "chart.neighbours": "Linked with",
  "chart.no-layer": "kind of link not told",
  "chart.nothing-new": "Everything around this one is shown already.",
  "chart.ranked": "Number {place} by rank of those shown.",
  "chart.remove": "Remove",
  "chart.removed": "removed",
  "chart.removing": "Click to remove",
  "chart.restore": "Put back",
  "chart.restore-all": "Put all back",
  "chart.sentence": "the sentence",
  "chart.shown": "Shown: {nodes} of {allNodes}, with {links} of {allLinks} links.",
  "chart.still": "This browser has no WebGL: the chart can be clicked, but not moved.",
  "chart.tools": "Tools of the chart",
  "chart.why": "Why is this here?",
  "column.category": "Category",
  "column.certain": "Place certain",
  "column.change": "Change",
  "column.date": "Date",
  "column.end": "Until",
  "column.event": "Event",
  "column.first": "First",
  "column.from": "From",
  "column.groups": "Independent groups",
  "column.kind": "Kind",
  "column.last": "Last",
  "column.linked-with": "Linked with",
  "column.mode": "By",
  "column.name": "Name",
  "column.neighbours": "Neighbours",
  "column.persons": "Persons",
  "column.to": "To",
  "draw.failed":
    "This browser could not draw it (it may lack WebGL). What is below says the same in words.",
  "filters.clear": "Show everything",
  "filters.from": "From",
  "filters.kinds": "Kinds",
  "filters.least": "At least so many groups",
  "filters.modes": "Means of transport",
  "filters.text": "Search in this page",
  "filters.title": "Show only",
  "filters.to": "To",
  "keys.close": "Close",
  "keys.next": "next item",
  "keys.previous": "previous item",
  "keys.search": "search",
  "keys.show": "show these keys",
  "keys.title": "Keys of this page",
  "keys.use": "Use single-letter keys",
  legend: "Legend",
  "load.elsewhere": "The data lie on another site and are not fetched.",
  "load.failed": "The server could not give the data (answer {status}). Try again in a moment.",
  "load.gone": "The data are not there any more. Reload the page.",
  "load.no-answer": "The server did not answer. Check the connection, then reload the page.",
  "load.not-permitted": "You are not cleared for these data.",
  "load.not-understood": "The server sent something other than data; perhaps you were signed out.",
  "load.signed-out": "You are signed out. Sign in again to see this.",
  "load.too-often": "Too many requests in a short time. Wait a minute, then reload.",
  loading: "Loading…",
  "map.change.falling": "falling",
  "map.change.gone": "gone",
  "map.change.new": "new",
  "map.change.rising": "rising",
  "map.find": "Find a leg",
  "map.flow": "persons {persons}, independent groups {groups}",
  "map.keys": "In the list: arrows move along the legs, Enter opens.",
  "map.leg": "{from} to {to}",
  "map.open": "What this rests on",
  "map.shown": "Shown: {legs} of {all} legs, {persons} persons.",
  "map.source":
    "Land and borders: Natural Earth, as they stand there; nothing is said by them on the status of any territory. Rivers: sketches.",
  "map.tools": "Tools of the map",
  "map.uncertain": "place uncertain",
  "map.undated": "Left out, without a date: {count}.",
  "map.unplaced": "Only in the table, for want of coordinates: {count}.",
  "map.width": "wider: more persons",
  "picker.more": "{left} more: type to find them.",
  "picker.none": "Nothing of that name is here.",
  "table.left-out": "The first {shown} are listed; {left} more are left out. Filter to see them.",
  "table.title": "Table of what is shown",
  "time.brush": "Time range: drag to choose, double-click for everything",
  "time.crowded": "Too close to draw: {left}; choose a shorter time range.",
  "time.end": "End of the range",
  "time.shown": "Shown: {shown} of {all} events{range}.",
  "time.range": ", {from} to {to}",
  "time.start": "Start of the range",
  "time.undated": "Without a date: {count}.",
  unknown: "unknown",
  "zoom.all": "Show all",
  "zoom.in": "Nearer",
  "zoom.out": "Farther",
} as const;

export type Word = keyof typeof ENGLISH;

let catalogue: Record<string, unknown> | null = null;

function translated(key: string): string | undefined {
  if (!catalogue) {
    catalogue = {};
    try {
      const told = document.getElementById("hw-words")?.textContent;
      if (told) catalogue = JSON.parse(told) as Record<string, unknown>;
    } catch {
      console.warn("the catalogue in #hw-words is not JSON; English is used");
    }
  }
  const found = catalogue[key];
  return typeof found === "string" ? found : undefined;
}

/** A sentence with its values put in. */
export function say(key: Word, values: Record<string, string | number> = {}): string {
  const sentence = translated(key) ?? ENGLISH[key];
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString(language()) : (value ?? whole);
  });
}

/** A sentence about names: each keeps its own direction, the sentence that of the page. */
export function sayOf(key: Word, names: Record<string, string>): string {
  const isolated = Object.entries(names).map(([part, name]) => [part, `\u2068${name}\u2069`]);
  const mark = document.documentElement.dir === "rtl" ? "\u200f" : "\u200e";
  return mark + say(key, Object.fromEntries(isolated));
}

/** A word of the data (`being_moved`) as a reader writes it; catalogues translate `word.being_moved`. */
export function word(value: string): string {
  return translated(`word.${value}`) ?? value.replace(/_/g, " ");
}

function language(): string {
  return document.documentElement.lang || "en";
}
