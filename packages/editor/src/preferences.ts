// How a person likes their devices to work: theirs on every board, and kept by the host.
import type { KeyPreset } from "./commands/key-preset.ts";

export type Preferences = {
  /** Whose keys the commands have. */
  readonly keyPreset: KeyPreset;
  /** In pen mode fingers move the paper and do not draw. On from the first touch of a pen until the person turns it off. */
  readonly penMode: "unseen" | "on" | "off";
  /** False: a pen that measures pressure draws as a mouse does. */
  readonly penPressure: boolean;
  /** What the wheel does without a modifier; with Mod it zooms, with Shift it pans sideways. A pinch on a trackpad counts as Mod. */
  readonly wheel: "pan" | "zoom";
  /** A stroke that is held still at its end becomes the line or the form that it resembles. */
  readonly straightens: boolean;
  /** Every stroke of the pen becomes the line or the form that it resembles, when it is finished. */
  readonly autoShape: boolean;
  /** What is dragged is put in line with what lies around it; while Mod is held, the other way round. */
  readonly snaps: boolean;
  /** What is dragged stands on the grid, which is seen then; Mod lets go of it. */
  readonly grid: boolean;
};

export const DEFAULT_PREFERENCES: Preferences = {
  keyPreset: "excalidraw",
  penMode: "unseen",
  penPressure: true,
  wheel: "pan",
  straightens: true,
  autoShape: false,
  snaps: false,
  grid: false,
};
