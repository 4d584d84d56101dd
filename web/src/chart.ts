import { HwChart } from "./components/hw-chart.ts";
import { HwRemoval } from "./components/hw-removal.ts";
import "./styles/chart.css";

customElements.define("hw-chart", HwChart);
customElements.define("hw-removal", HwRemoval);
