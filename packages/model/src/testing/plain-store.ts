// A board store without a room, for tests here.
import type { Shape } from "@inkroom/shapes";
import { applyTxn } from "../apply.ts";
import { Board } from "../board.ts";
import type { BoardChange, BoardStore } from "../board-store.ts";
import type { Op } from "../ops/op.ts";

/** With these shapes on it; what is committed is on the board, and told, at once. */
export function storeOf(...shapes: readonly Shape[]): BoardStore & { readonly view: Board } {
  const board = new Board();
  const listeners = new Set<(change: BoardChange) => void>();
  let n = 0;
  const commit = (ops: readonly Op[]): number => {
    const touched = applyTxn(board, { client: "client-me-01", n: ++n, ops });
    for (const listener of listeners) listener({ touched, origin: "local" });
    return n;
  };
  commit(shapes.map((shape): Op => ({ op: "add", shape })));
  return {
    view: board,
    client: "client-me-01",
    get nextN() {
      return n + 1;
    },
    canEdit: true,
    commit,
    lastLife: () => undefined,
    onRenumbered: () => () => undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
