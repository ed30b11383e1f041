// Drafts of one tick on their way to the others. A sender names its stroke once; so do we, except to those who may
// have missed the name: they came later, or were too slow for presence then.
import type { DraftMessage, DraftsMessage } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import { Frames } from "./frames.ts";
import type { Member } from "./session.ts";

type Relayed = {
  readonly peer: number;
  readonly off: number;
  readonly bytes: DraftMessage["bytes"];
  readonly id: ShapeId;
  /** This is where the stroke is named. */ readonly named: boolean;
};
type Row = DraftsMessage["list"][number];

export class DraftRelay {
  #waiting: Relayed[] = [];
  /** Per peer the stroke it is drawing, and the mark at which it was named. */
  readonly #strokes = new Map<number, { readonly id: ShapeId; readonly mark: number }>();
  #mark = 0;

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** A draft without a name, of a peer whose stroke is not known, is dropped. */
  add(peer: number, draft: DraftMessage): void {
    const known = this.#strokes.get(peer);
    const id = draft.id ?? known?.id;
    if (id === undefined) return;
    const named = known?.id !== id;
    if (named) this.#strokes.set(peer, { id, mark: ++this.#mark });
    this.#waiting.push({ peer, off: draft.off, bytes: draft.bytes, id, named });
  }

  leave(peer: number): void {
    this.#strokes.delete(peer);
    this.#waiting = this.#waiting.filter((draft) => draft.peer !== peer);
  }

  /** This member knows no stroke that was named up to now. */
  forgetNames(member: Member): void {
    member.draftsFrom = this.#mark + 1;
  }

  /** Sends what waits to `readers`; nobody gets their own. */
  flush(readers: readonly Member[]): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    const oldest = Math.min(...waiting.map(({ peer }) => this.#strokes.get(peer)?.mark ?? 0));
    const authors = new Set(waiting.map(({ peer }) => peer));
    const short = Frames.of(messageOf(waiting, false));
    const full = Frames.of(messageOf(waiting, true));
    for (const reader of readers) {
      const needsNames = reader.draftsFrom > oldest;
      const others = authors.has(reader.peer) ? waiting.filter(({ peer }) => peer !== reader.peer) : waiting;
      if (others.length === 0) continue;
      const frames = others === waiting ? (needsNames ? full : short) : Frames.of(messageOf(others, needsNames));
      reader.connection.send(frames.as(reader.encoding));
    }
  }
}

function messageOf(drafts: readonly Relayed[], names: boolean): DraftsMessage {
  return {
    t: "drafts",
    list: drafts.map(({ peer, off, bytes, id, named }): Row => (names || named ? [peer, off, bytes, id] : [peer, off, bytes])),
  };
}
