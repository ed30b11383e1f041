// PORTS: what the canvas shows beyond the board and the editor: other people, and ink that is not committed yet.
import type { Vec } from "@inkroom/geometry";
import type { TextUnit } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";

/** Someone else on the board. */
export type CanvasPeer = {
  /** Number of the connection; the same person in two tabs is two peers. */
  readonly peer: number;
  readonly name: string;
  /** A palette name. */
  readonly color: string;
  readonly selection: readonly ShapeId[];
  /** Where they are in a text: behind which letters their selection begins and ends; a missing letter is the start. */
  readonly caret?: { readonly id: ShapeId; readonly anchor?: TextUnit | undefined; readonly head?: TextUnit | undefined } | undefined;
  /** True while their cursor is a laser that is on. */
  readonly laser: boolean;
  /** What they say at their cursor just now; absent or empty: nothing. */
  readonly say?: string;
  /** Page space; absent while the pointer is not over the board. */
  readonly cursor?: Vec | undefined;
};

export interface PeerPort {
  list(): readonly CanvasPeer[];
  /** Called after each change of the list other than of cursors. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
  /** Called after cursors have moved, appeared or vanished. Returns the unsubscribe function. */
  onCursor(listener: () => void): () => void;
}

/** Points of strokes under a remote pen that have not been committed. */
export interface DraftPort {
  /** Packed points that continue those of the stroke's record as it is now; undefined for none. */
  get(id: ShapeId): Uint8Array | undefined;
  /** Called after each change. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
}
