// Excalidraw's numbers of fonts. It has none with serifs.
import type { FontName } from "@inkroom/shapes";

const NUMBERS: Readonly<Record<FontName, number>> = { sans: 6, hand: 5, serif: 6, mono: 8 };
/** Virgil and Excalifont; Cascadia and Comic Shanns. */
const HANDWRITTEN: ReadonlySet<number> = new Set([1, 5]);
const MONOSPACED: ReadonlySet<number> = new Set([3, 8]);

export function fontNumber(font: FontName): number {
  return NUMBERS[font];
}

export function fontOfNumber(number: number): FontName {
  if (HANDWRITTEN.has(number)) return "hand";
  return MONOSPACED.has(number) ? "mono" : "sans";
}
