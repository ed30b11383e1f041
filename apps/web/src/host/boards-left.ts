// Boards that a person has left with work that is nowhere but in this tab: each goes on by itself until the room has it, and
// whoever comes back meanwhile finds it as it was.

/** What is asked of a board here. */
export type LeavableBoard = {
  /** Nothing of it would be lost with it. */
  isSafeToClose(): boolean;
  readonly status: { subscribe(listener: () => void): () => void };
  /** Tries again where the room had turned it away. */
  resume(): void;
  dispose(): void;
};

export class BoardsLeft<Left extends LeavableBoard> {
  readonly #left = new Map<string, { readonly board: Left; readonly stop: () => void }>();

  /** Closes the board, at once or as soon as it can be closed without a loss. `key` says which it is when somebody comes back. */
  leave(key: string, board: Left): void {
    if (board.isSafeToClose()) return board.dispose();
    const stop = board.status.subscribe(() => {
      if (board.isSafeToClose()) this.#take(key)?.dispose();
    });
    this.#left.set(key, { board, stop });
  }

  /** The board that was left by this key and goes on; it is the caller's again. */
  comeBackTo(key: string): Left | undefined {
    const board = this.#take(key);
    board?.resume();
    return board;
  }

  #take(key: string): Left | undefined {
    const left = this.#left.get(key);
    this.#left.delete(key);
    left?.stop();
    return left?.board;
  }
}
