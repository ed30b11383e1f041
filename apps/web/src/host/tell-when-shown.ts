// When a board that has just been opened is on the screen as it is.
import type { Scene } from "@inkroom/canvas";
import type { Clock, Session } from "@inkroom/sync";

const LOOK_EVERY_MS = 50;

type Watched = {
  readonly session: Pick<Session, "state">;
  /** Undefined while there is no element to paint into. */
  readonly scene: () => Pick<Scene, "stats"> | undefined;
  readonly clock: Pick<Clock, "setTimer">;
};

/** Calls `tell` once, when the room has told all of the board and what is in view is painted, or the room refuses. The result cancels. */
export function tellWhenShown({ session, scene, clock }: Watched, tell: () => void): () => void {
  let cancel: () => void;
  const look = (): void => {
    const { kind } = session.state;
    const isShown = kind === "live" && scene()?.stats().tiles.isComplete === true;
    if (isShown || kind === "refused") tell();
    else cancel = clock.setTimer(LOOK_EVERY_MS, look);
  };
  cancel = clock.setTimer(LOOK_EVERY_MS, look);
  return () => cancel();
}
