// What has changed on the board since tiles that are still being drawn were begun.
import { type Box, boxesIntersect } from "@inkroom/geometry";

/** So many changes are remembered; a tile begun before them is drawn anew. */
const MAX_CHANGES = 10_000;

export class DamageLog {
  #changes: { readonly revision: number; readonly box: Box }[] = [];
  /** Tiles that show nothing newer than this are of no use. */
  #horizon = 0;
  #revision = 0;

  /** Number of the last change. */
  get revision(): number {
    return this.#revision;
  }

  /** A change of everything: what is being drawn is of no use. */
  noteAll(): void {
    this.#revision += 1;
    this.#horizon = this.#revision;
    this.#changes = [];
  }

  /** One change, in these page boxes. */
  note(boxes: readonly Box[]): void {
    this.#revision += 1;
    for (const box of boxes) this.#changes.push({ revision: this.#revision, box });
    const excess = this.#changes.length - MAX_CHANGES;
    if (excess <= 0) return;
    this.#horizon = this.#changes[excess - 1]?.revision ?? this.#horizon;
    this.#changes = this.#changes.slice(excess);
  }

  /** What has changed in a page box since; undefined where that is not known any more. */
  since(revision: number, within: Box): readonly Box[] | undefined {
    if (revision < this.#horizon) return undefined;
    return this.#changes.filter((change) => change.revision > revision && boxesIntersect(change.box, within)).map(({ box }) => box);
  }
}
