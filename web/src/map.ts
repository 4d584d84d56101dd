import { HwMap } from "./components/hw-map.ts";
import "maplibre-gl/dist/maplibre-gl.css";
import "./styles/map.css";

customElements.define("hw-map", HwMap);
