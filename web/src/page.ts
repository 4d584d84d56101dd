/** What every page loads: htmx without eval, the keys, marked words, alerts and filters. */

import htmx from "htmx.org";
import { HwAlerts } from "./components/hw-alerts.ts";
import { HwFilters } from "./components/hw-filters.ts";
import { sayDays } from "./components/days.ts";
import { listenForKeys } from "./components/keys.ts";
import { listenForMarks } from "./components/marking.ts";
import { withoutEval, withoutStyles, withToken } from "./core/htmx-setup.ts";
import "./styles/page.css";

withoutEval(htmx);
withoutStyles(htmx);
withToken();
customElements.define("hw-alerts", HwAlerts);
customElements.define("hw-filters", HwFilters);
listenForKeys();
listenForMarks();
sayDays();
