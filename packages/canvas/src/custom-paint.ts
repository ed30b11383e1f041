// How a colour that is not of the palette is shown (docs/adr/0020-any-colour.md): in the light theme as it was chosen; in the dark one as
// well, but for lines and words that could not be seen on the dark paper, and for surfaces that are nearly as light as light paper.
import type { Shade } from "@inkroom/shapes";
import { channelsOf, contrastRatio, textColorOn } from "./contrast.ts";
import type { Theme } from "./theme.ts";

/** WCAG asks so much of small text, and so much of lines; what is nearly black is ink, and is to stand out as that does. */
const WORDS_RATIO = 4.5;
const LINE_RATIO = 3;
const INK_RATIO = 10;
/** Nearly black: no channel above. */
const INK_MOST = 72;
/** Share of a colour in the paper of a shape that is filled half. */
const TINT_SHARE = { light: 0.18, dark: 0.24 } as const;
/** #rrggbbaa: as translucent as the palette's highlighters. */
const MARKER_ALPHA = "66";
/** Pale: no channel below the one, and the largest at least the other. */
const PALE = { least: 150, most: 200 } as const;
/** A pale colour on dark paper: as far from this grey as it was from its own, and a little more. */
const DARK_GREY = 0x3a;
const DARK_CHROMA = 1.2;

/** Boards have few colours: looked up once, and again after so many. */
const KEPT = 2_000;
const known = new Map<string, string>();

/** `color` as #rrggbb; the result is CSS. */
export function customPaint(theme: Theme, color: string, shade: Shade): string {
  const key = `${theme.name} ${shade} ${color}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  if (known.size >= KEPT) known.clear();
  const made = shaded(theme, color, shade);
  known.set(key, made);
  return made;
}

function shaded(theme: Theme, color: string, shade: Shade): string {
  switch (shade) {
    case "full":
      return seenOn(theme, color, LINE_RATIO);
    case "words":
      return seenOn(theme, color, WORDS_RATIO);
    case "inside":
    case "paper":
      return theme.name === "dark" && isPale(color) ? darkened(color) : color;
    case "contrast":
    case "onPaper":
    case "quiet":
      return readableOn(shaded(theme, color, "inside"));
    case "tint":
      return mixed(theme.paper, seenOn(theme, color, LINE_RATIO), TINT_SHARE[theme.name]);
    case "marker":
      return `${color}${MARKER_ALPHA}`;
    case "shadow":
    case "link":
      return theme[shade];
    default:
      return shade satisfies never;
  }
}

/** In the dark, as much lighter as it has to be. Light paper shows what was chosen. */
function seenOn({ name, paper }: Theme, color: string, ratio: number): string {
  if (name === "light" || contrastRatio(color, paper) >= ratio) return color;
  const target = Math.max(...channelsOf(color)) <= INK_MOST ? INK_RATIO : ratio;
  let [low, high] = [0, 1];
  for (let step = 0; step < 8; step += 1) {
    const share = (low + high) / 2;
    if (contrastRatio(mixed(color, "#ffffff", share), paper) >= target) high = share;
    else low = share;
  }
  return mixed(color, "#ffffff", high);
}

/** Ink, white or, between them, black: one of the three has a contrast of 4.5 on any ground. */
function readableOn(ground: string): string {
  const usual = textColorOn(ground);
  return contrastRatio(usual, ground) >= WORDS_RATIO ? usual : "#000000";
}

function isPale(color: string): boolean {
  const channels = channelsOf(color);
  return Math.min(...channels) >= PALE.least && Math.max(...channels) >= PALE.most;
}

function darkened(color: string): string {
  const channels = channelsOf(color);
  const grey = channels.reduce((sum, channel) => sum + channel, 0) / 3;
  return hexOf(channels.map((channel) => DARK_GREY + (channel - grey) * DARK_CHROMA));
}

function mixed(from: string, to: string, share: number): string {
  const other = channelsOf(to);
  return hexOf(channelsOf(from).map((channel, i) => channel + ((other[i] ?? 0) - channel) * share));
}

function hexOf(channels: readonly number[]): string {
  const digits = channels.map((channel) =>
    Math.min(255, Math.max(0, Math.round(channel)))
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${digits.join("")}`;
}
