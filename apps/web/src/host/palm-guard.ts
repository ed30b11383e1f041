// What a finger may do where a pen is at work: keeps the hand that rests beside the pen from drawing, panning or zooming.

/**
 * `tool`: as a mouse. `pan`: moves the paper. `second`: nothing alone, but with another one it moves the paper; so it is
 * while the pen draws. `ignored`: a palm.
 */
export type FingerRole = "tool" | "pan" | "second" | "ignored";

export type Contact = { /** CSS pixels. */ readonly width: number; readonly height: number; readonly tMs: number };

/** Contacts larger than a finger tip are palms, CSS pixels. */
const PALM_PX = 40;
/** So long after the pen has touched or left the paper, what else touches it is the hand that holds the pen, ms. */
const HAND_MS = 300;
/** What a finger began so shortly before the pen came down was the hand, ms. */
const UNMEANT_MS = 150;

export class PalmGuard {
  #penMs = Number.NEGATIVE_INFINITY;
  #isPenSeen = false;
  #isPenDown = false;

  penDown(tMs: number): void {
    this.#isPenSeen = true;
    this.#isPenDown = true;
    this.#penMs = tMs;
  }

  penUp(tMs: number): void {
    this.#isPenDown = false;
    this.#penMs = tMs;
  }

  /** `isPenMode`: fingers do not draw. */
  roleOf({ width, height, tMs }: Contact, isPenMode: boolean): FingerRole {
    if (this.#isPenSeen && Math.max(width, height) > PALM_PX) return "ignored";
    if (!isPenMode) return "tool";
    if (tMs - this.#penMs < HAND_MS) return "ignored";
    return this.#isPenDown ? "second" : "pan";
  }

  /** Was a finger's press that began then a hand put down before its pen? */
  wasUnmeant(fingerMs: number, penMs: number): boolean {
    return penMs - fingerMs <= UNMEANT_MS;
  }
}
