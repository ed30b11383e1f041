// When the board that the page was opened for is on the screen as it is.
import type { Scene } from "@inkroom/canvas";
import type { Clock, Session } from "@inkroom/sync";
import type { Writable } from "../ui/readable.ts";

const LOOK_EVERY_MS = 50;

type Watched = {
  readonly session: Pick<Session, "state">;
  /** Shapes that are here, from the room or from what this browser keeps. */
  readonly shapes: () => number;
  /** Undefined while there is no element to paint into. */
  readonly scene: () => Pick<Scene, "stats"> | undefined;
  readonly clock: Pick<Clock, "setTimer">;
};

/**
 * Ends `opening` when the room has told all of the board and what is in view is painted, or what is kept of it while there is no
 * line, or the room refuses. Stops looking when it has ended otherwise. The result cancels.
 */
export function endOpening({ session, shapes, scene, clock }: Watched, opening: Writable<boolean>): () => void {
  let cancel = (): void => undefined;
  const look = (): void => {
    if (!opening.get()) return;
    const { kind } = session.state;
    const isThere = kind === "live" || (kind === "connecting" && shapes() > 0);
    const isShown = isThere && scene()?.stats().tiles.isComplete === true;
    if (isShown || kind === "refused") opening.set(false);
    else cancel = clock.setTimer(LOOK_EVERY_MS, look);
  };
  look();
  return () => cancel();
}
