/** The filter of this page, shared by all its bundles. */

import { FilterStore } from "./filters.ts";

export const filters = new FilterStore(window);

window.addEventListener("popstate", () => filters.reread());
