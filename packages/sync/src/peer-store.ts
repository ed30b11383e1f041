// The other people on the board, as the room tells. While the line is down the list stays as it was; the session's state
// says that it is stale.
import type { CursorsMessage, PeersMessage, PeerState } from "@inkroom/protocol";
import { Listeners } from "./listeners.ts";

/** A position in whole page units. */
export type CursorPoint = { readonly x: number; readonly y: number };

export type Peer = PeerState & {
  /** The room's number for this connection; may be another person's after a reconnect. */
  readonly peer: number;
  /** Missing while the pointer is off the board. */
  readonly cursor?: CursorPoint | undefined;
};

export class PeerStore {
  readonly #peers = new Map<number, Peer>();
  readonly #changes = new Listeners<void>();
  readonly #cursors = new Listeners<readonly Peer[]>();

  /** In the order in which they came. */
  list(): readonly Peer[] {
    return [...this.#peers.values()];
  }

  get(peer: number): Peer | undefined {
    return this.#peers.get(peer);
  }

  /** Called after someone came, left or changed more than the cursor. */
  subscribe(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** Called with the peers whose cursors have moved, appeared or vanished. */
  onCursor(listener: (moved: readonly Peer[]) => void): () => void {
    return this.#cursors.add(listener);
  }

  /** Returns the peers that are gone. */
  receivePeers({ list, all }: PeersMessage): readonly number[] {
    const listed = new Set(list.map(([peer]) => peer));
    const gone = list.filter(([, state]) => state === null).map(([peer]) => peer);
    if (all) gone.push(...[...this.#peers.keys()].filter((peer) => !listed.has(peer)));
    for (const peer of gone) this.#peers.delete(peer);
    for (const [peer, state] of list) {
      if (state === null) continue;
      // After `all` the room tells the cursors anew; numbers may have changed hands.
      const cursor = all ? undefined : this.#peers.get(peer)?.cursor;
      this.#peers.set(peer, { ...state, peer, cursor });
    }
    this.#changes.call();
    return gone;
  }

  receiveCursors({ list }: CursorsMessage): void {
    const moved: Peer[] = [];
    for (const [peer, x, y] of list) {
      const known = this.#peers.get(peer);
      if (known === undefined) continue;
      const now: Peer = { ...known, cursor: x === undefined || y === undefined ? undefined : { x, y } };
      this.#peers.set(peer, now);
      moved.push(now);
    }
    if (moved.length > 0) this.#cursors.call(moved);
  }
}
