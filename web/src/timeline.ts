import { HwTimeline } from "./components/hw-timeline.ts";
import "./styles/timeline.css";

customElements.define("hw-timeline", HwTimeline);
