// When the board that the page was opened for is on the screen as it is.
import type { Scene } from "@inkroom/canvas";
import type { Clock, Session } from "@inkroom/sync";
import type { Writable } from "../ui/readable.ts";

const LOOK_EVERY_MS = 50;

type Watched = {
  readonly session: Pick<Session, "state">;
  /** Undefined while there is no element to paint into. */
  readonly scene: () => Pick<Scene, "stats"> | undefined;
  readonly clock: Pick<Clock, "setTimer">;
};

/**
 * Ends `opening` when the room has told all of the board and what is in view is painted, or the room refuses. Stops looking when it
 * has ended otherwise. The result cancels.
 */
export function endOpening({ session, scene, clock }: Watched, opening: Writable<boolean>): () => void {
  let cancel = (): void => undefined;
  const look = (): void => {
    if (!opening.get()) return;
    const { kind } = session.state;
    const isShown = kind === "live" && scene()?.stats().tiles.isComplete === true;
    if (isShown || kind === "refused") opening.set(false);
    else cancel = clock.setTimer(LOOK_EVERY_MS, look);
  };
  look();
  return () => cancel();
}
