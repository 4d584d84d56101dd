/**
 * Colours and letters of every drawing, the same as in the printed ones (headwater.draw).
 * Source: Okabe and Ito, Color Universal Design (2008).
 */

export const INK = "#1a1a1a";
export const QUIET = "#6b6b6b";
export const PAPER = "#ffffff";
export const BLUE = "#0072b2";
export const VERMILION = "#d55e00";
export const AMBER = "#e69f00";

export const FAMILY = '"Noto Sans", "Noto Sans Arabic", "Segoe UI", Arial, sans-serif';
