/** Days chosen in a form, said in words beside it: browsers put day and month in orders of their own. */

import { inWords } from "../core/dates.ts";

/** Say a day in the `<output>` that belongs to its field; what stood there comes back with none. */
export function sayDay(input: HTMLInputElement): void {
  const output = document.querySelector<HTMLOutputElement>(`output[for="${CSS.escape(input.id)}"]`);
  if (!output) return;
  output.dataset["empty"] ??= input.defaultValue ? "" : (output.textContent ?? "");
  output.textContent = inWords(input.value, document.documentElement.lang) || output.dataset["empty"];
}

/** Do so for whatever day is chosen on the page from now on. */
export function sayDays(): void {
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "date") sayDay(target);
  });
}
