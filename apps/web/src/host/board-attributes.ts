// The state of the board as data-* attributes of its root element, for tests and for the curious.
//   data-state   the session's state (connecting, greeting, catching-up, live, refused, closed)
//   data-role    what the link allows: edit, add, view, or empty before that is known
//   data-seq     the last transaction of the room that this tab holds
//   data-pending own transactions that the room has not confirmed
//   data-pictures own pictures whose bytes the room does not have
//   data-shapes  living shapes on the board as seen here
//   data-peers   other people on the board
import { drawnStore } from "@inkroom/model";
import type { Replica, Session } from "@inkroom/sync";
import type { Person } from "../presence/person.ts";
import type { Readable } from "../ui/readable.ts";

type AttributeSources = {
  readonly session: Session;
  readonly replica: Replica;
  readonly people: Readable<readonly Person[]>;
  /** Own pictures that the room does not have. */
  readonly pictures: Readable<number>;
};

/** Keeps the attributes of an element, where there is one, up to date until the result is called. */
export function showBoardAttributes(
  element: HTMLElement | null,
  { session, replica, people, pictures }: AttributeSources,
): (() => void) | undefined {
  if (element === null) return undefined;
  const update = (): void => {
    const { state } = session;
    setAttributes(element, {
      "data-state": state.kind,
      "data-role": "role" in state ? state.role : "",
      "data-seq": String(replica.seq),
      "data-pending": String(replica.unsavedCount),
      "data-shapes": String(drawnStore(replica).view.size),
      "data-pictures": String(pictures.get()),
      "data-peers": String(people.get().length - 1),
    });
  };
  update();
  const stops = [session.subscribe(update), replica.subscribe(update), people.subscribe(update), pictures.subscribe(update)];
  return () => {
    for (const stop of stops) stop();
  };
}

function setAttributes(element: HTMLElement, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
