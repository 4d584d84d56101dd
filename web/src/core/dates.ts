/** Days as ISO 8601 text, perhaps shortened to a month or a year, as reports tell them. */

const SHAPE = /^\d{4}(-\d{2}(-\d{2})?)?/;
export const DAY = 86_400_000;

/** The first day that a date may mean, `2024-05` -> `2024-05-01`; empty when it is no date. */
export function firstDay(text: string | null | undefined): string {
  const found = SHAPE.exec(text ?? "")?.[0] ?? "";
  return found && `${found}-01-01`.slice(0, 10);
}

/** The last day that a date may mean, `2024-05` -> `2024-05-31`; empty when it is no date. */
export function lastDay(text: string | null | undefined): string {
  const found = SHAPE.exec(text ?? "")?.[0] ?? "";
  if (found.length === 4) return `${found}-12-31`;
  if (found.length !== 7) return found;
  const [year, month] = found.split("-").map(Number) as [number, number];
  return toDay(Date.UTC(year, month, 0));
}

/** A whole day in words, `2026-03-05` -> "5 March 2026", day first; empty when it is none. */
export function inWords(day: string, language: string): string {
  if (SHAPE.exec(day)?.[0].length !== 10) return "";
  const words = new Intl.DateTimeFormat(language && language !== "en" ? language : "en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return words.format(toTime(day));
}

/** Milliseconds of the first moment of a day. */
export function toTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day of a moment. */
export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
