// What this person says at their cursor: others hear it while it is typed, and for a while after.
import type { Clock } from "@inkroom/sync";

/** Words are left standing for so long after the last letter; long ones longer, at the pace of a slow reader. */
const STANDING_MS = 6_000;
const PER_LETTER_MS = 60;

export type Speech = {
  /** Replaces what is said; where nothing follows, it is gone after a while. Empty: gone at once. */
  say(text: string): void;
  dispose(): void;
};

/** `tell`: what the others are to see from now on; empty when time is up. */
export function createSpeech(tell: (text: string) => void, clock: Pick<Clock, "setTimer">): Speech {
  let stop = (): void => undefined;
  return {
    say(text) {
      stop();
      tell(text);
      if (text !== "") stop = clock.setTimer(STANDING_MS + PER_LETTER_MS * text.length, () => tell(""));
    },
    dispose() {
      stop();
    },
  };
}
