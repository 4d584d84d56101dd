import { HwChart } from "./components/hw-chart.ts";
import "./styles/chart.css";

customElements.define("hw-chart", HwChart);
