// The board in memory, read from storage a little at a time where nobody needs it yet, and at once where somebody does.
import type { RoomStorage } from "@inkroom/rooms";
import { type LoadedBoard, loadingBoard } from "./checkpoint.ts";

export class LazyBoard {
  readonly #loading: Generator<void, LoadedBoard>;
  #loaded: LoadedBoard | undefined;

  /** `every`: transactions between two checkpoints. */
  constructor(storage: Pick<RoomStorage, "bytes" | "log">, every: number) {
    this.#loading = loadingBoard(storage, every);
  }

  get isLoaded(): boolean {
    return this.#loaded !== undefined;
  }

  /** The board, all of it. Throws as `loadingBoard`. */
  get(): LoadedBoard {
    while (this.#loaded === undefined) this.step();
    return this.#loaded;
  }

  /** Reads some rows more; true when all is there. Throws as `loadingBoard`. */
  step(): boolean {
    if (this.#loaded !== undefined) return true;
    const next = this.#loading.next();
    if (next.done === true) this.#loaded = next.value;
    return next.done === true;
  }
}

/** The board as stored, at once. Throws as `loadingBoard`. */
export function loadBoard(storage: Pick<RoomStorage, "bytes" | "log">, every: number): LoadedBoard {
  return new LazyBoard(storage, every).get();
}
