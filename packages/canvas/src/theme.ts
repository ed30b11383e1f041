// The colours of everything on the canvas, in light and in dark. The web app's palette.css repeats the inks for its
// swatches and is tested against this table.
import { COLOR_NAMES, type ColorName, type Paint } from "@inkroom/shapes";
import { customPaint } from "./custom-paint.ts";

export type ThemeName = "light" | "dark";

export type Theme = {
  readonly name: ThemeName;
  readonly paper: string;
  /** The dots of the paper. */
  readonly dot: string;
  /** Selection, handles and marquee. */
  readonly accent: string;
  /** Inside of a handle. */
  readonly handle: string;
  /** Around remote cursors, so that they stand out from ink of their own colour. */
  readonly halo: string;
  /** Small print on a note, #rrggbbaa. */
  readonly quiet: string;
  /** One of the layers of a note's shadow, #rrggbbaa. */
  readonly shadow: string;
  /** What leads elsewhere, #rrggbb. */
  readonly link: string;
  readonly inks: Readonly<Record<ColorName, Ink>>;
};

/**
 * A palette colour: as ink (`full`), as what is written on that (`contrast`: textColorOn of it), as the inside of a shape filled half
 * (`tint`) and as the `paper` of a note, on which is written in ink, all opaque; as a highlighter's (`marker`), #rrggbbaa.
 */
type Ink = Readonly<Record<"full" | "contrast" | "tint" | "marker" | "paper", string>>;

const LIGHT: Theme = {
  name: "light",
  paper: "#fbfaf6",
  dot: "#d9d5c9",
  accent: "#3a45c9",
  handle: "#ffffff",
  halo: "#ffffff",
  quiet: "#1e1d1ab3",
  shadow: "#1e1a0c05",
  link: "#1a56b8",
  inks: {
    ink: { full: "#1e1d1a", contrast: "#ffffff", tint: "#e0dfdc", marker: "#8f8b8266", paper: "#ffffff" },
    grey: { full: "#77736b", contrast: "#ffffff", tint: "#e7e4de", marker: "#b5b0a566", paper: "#e6e2da" },
    red: { full: "#d0342c", contrast: "#ffffff", tint: "#f6d5d0", marker: "#ff5a4f66", paper: "#ffc9c2" },
    orange: { full: "#bd5500", contrast: "#ffffff", tint: "#f7dcc3", marker: "#ff983366", paper: "#ffd5aa" },
    yellow: { full: "#b38600", contrast: "#17181b", tint: "#f6e6ae", marker: "#ffd91a80", paper: "#ffe78c" },
    green: { full: "#268038", contrast: "#ffffff", tint: "#d0e7d1", marker: "#4fd66e66", paper: "#c9edc2" },
    teal: { full: "#0b7f86", contrast: "#ffffff", tint: "#cbe6e6", marker: "#35d0d466", paper: "#b9ebe8" },
    blue: { full: "#1f6fd0", contrast: "#ffffff", tint: "#d0e1f4", marker: "#57a8ff66", paper: "#c3deff" },
    violet: { full: "#6d45c9", contrast: "#ffffff", tint: "#e1d8f3", marker: "#a27dff66", paper: "#dbd0ff" },
    pink: { full: "#c2347f", contrast: "#ffffff", tint: "#f4d3e1", marker: "#ff6fb566", paper: "#ffcadf" },
  },
};

const DARK: Theme = {
  name: "dark",
  paper: "#17181b",
  dot: "#34363c",
  accent: "#8f9bff",
  handle: "#17181b",
  halo: "#17181b",
  quiet: "#edecead9",
  shadow: "#00000010",
  link: "#b8d4ff",
  inks: {
    ink: { full: "#edecea", contrast: "#17181b", tint: "#393a3c", marker: "#a5a6ab5c", paper: "#35373c" },
    grey: { full: "#9c9da3", contrast: "#17181b", tint: "#303236", marker: "#7c7d835c", paper: "#4b4d53" },
    red: { full: "#f2766e", contrast: "#17181b", tint: "#4d2c2d", marker: "#e2463c66", paper: "#7a3431" },
    orange: { full: "#f0964a", contrast: "#17181b", tint: "#4d3625", marker: "#db720f66", paper: "#75461b" },
    yellow: { full: "#ecc94b", contrast: "#17181b", tint: "#4a4224", marker: "#c79e0066", paper: "#6b5814" },
    green: { full: "#69c97b", contrast: "#17181b", tint: "#284231", marker: "#2c9a4666", paper: "#2d6138" },
    teal: { full: "#4fc3c8", contrast: "#17181b", tint: "#234144", marker: "#12979d66", paper: "#1d5e61" },
    blue: { full: "#6fb0ff", contrast: "#17181b", tint: "#293c54", marker: "#2b7fe066", paper: "#2b5284" },
    violet: { full: "#b197fc", contrast: "#17181b", tint: "#3b3554", marker: "#7c55e066", paper: "#52429a" },
    pink: { full: "#f48fc0", contrast: "#17181b", tint: "#4c3242", marker: "#d13d8b66", paper: "#7a345a" },
  },
};

export const THEMES: Readonly<Record<ThemeName, Theme>> = { light: LIGHT, dark: DARK };

/** As CSS: #rrggbb, or #rrggbbaa where it is translucent. */
export function paintColor(theme: Theme, { color, shade }: Paint): string {
  if (color.startsWith("#")) return customPaint(theme, color, shade);
  const ink = theme.inks[color as ColorName]; // reason: what is no number is a name
  switch (shade) {
    case "full":
    case "words":
    case "inside":
      return ink.full;
    case "onPaper":
      return theme.inks.ink.full;
    case "quiet":
    case "shadow":
    case "link":
      return theme[shade];
    default:
      return ink[shade];
  }
}

/** Someone's colour by its palette name; a name that is not in the palette is shown as blue. */
export function peerColor(theme: Theme, name: string): string {
  const known = COLOR_NAMES.find((color) => color === name) ?? "blue";
  return theme.inks[known].full;
}
