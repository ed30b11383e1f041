// Test only: a board in memory behind the BoardStore port, with a second person who can write to it.
import { Board, type BoardChange, type BoardStore, checkTxn, Graveyard, type Op, type OwnGuard, opSchema, applyTxn } from "@inkroom/model";

export type TestBoard = BoardStore & {
  readonly board: Board;
  /** Every own transaction, in order. */
  readonly commits: readonly (readonly Op[])[];
  canEdit: boolean;
  guard: OwnGuard | undefined;
  /** Applies ops as somebody else. */
  remote(ops: readonly Op[], client?: string): void;
  /** Gives all own transactions numbers that are higher by this. */
  renumber(by: number): void;
  /** Tells listeners that everything may have changed. */
  reset(): void;
};

const MY_CLIENT = "client-me-01";
const THEIR_CLIENT = "client-them-1";

export function createTestBoard(): TestBoard {
  const board = new Board();
  const graves = new Graveyard();
  const commits: (readonly Op[])[] = [];
  const listeners = new Set<(change: BoardChange) => void>();
  const renumberings = new Set<(tags: ReadonlyMap<string, string>) => void>();
  const counters = new Map<string, number>();

  function apply(client: string, ops: readonly Op[], origin: BoardChange["origin"]): number {
    const n = (counters.get(client) ?? 0) + 1;
    counters.set(client, n);
    const touched = applyTxn(board, { client, n, ops }, graves);
    for (const listener of [...listeners]) listener({ touched, origin });
    return n;
  }

  return {
    board,
    commits,
    view: board,
    client: MY_CLIENT,
    canEdit: true,
    guard: undefined,
    get nextN() {
      return (counters.get(MY_CLIENT) ?? 0) + 1;
    },
    commit(ops) {
      if (!this.canEdit) throw new Error("the board cannot be edited");
      for (const op of ops) assertValid(op);
      const reason = checkTxn(board, { client: MY_CLIENT, n: this.nextN, ops });
      if (reason !== undefined) throw new Error(`the room would refuse this: ${JSON.stringify(reason)} ${JSON.stringify(ops)}`);
      if (ops.length === 0 || ops.length > 200) throw new Error(`${ops.length} ops in a commit`);
      commits.push(ops);
      return apply(MY_CLIENT, ops, "local");
    },
    lastLife: (id) => graves.lifeOf(id),
    onRenumbered(listener) {
      renumberings.add(listener);
      return () => void renumberings.delete(listener);
    },
    renumber(by) {
      const count = counters.get(MY_CLIENT) ?? 0;
      const tags = new Map(Array.from({ length: count }, (_, i) => [`${MY_CLIENT}.${i + 1}`, `${MY_CLIENT}.${i + 1 + by}`]));
      retagEntries(board, tags);
      counters.set(MY_CLIENT, count + by);
      for (const listener of [...renumberings]) listener(tags);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    remote: (ops, client = THEIR_CLIENT) => void apply(client, ops, "remote"),
    reset() {
      for (const listener of [...listeners]) listener({ touched: new Set([...board.shapes()].map((shape) => shape.id)), origin: "reset" });
    },
  };
}

function retagEntries(board: Board, tags: ReadonlyMap<string, string>): void {
  const now = (tag: string): string => tags.get(tag) ?? tag;
  for (const entry of [...board.entries()]) {
    if (entry.state === "dead") {
      board.put({ ...entry, tag: now(entry.tag) });
      continue;
    }
    const set = Object.fromEntries(Object.entries(entry.rev.set).map(([prop, tag]) => [prop, now(tag)]));
    board.put({ ...entry, rev: { made: now(entry.rev.made), set } });
  }
}

/** The structural check of the border. */
function assertValid(op: Op): void {
  const result = opSchema["~standard"].validate(op);
  if (result instanceof Promise || result.issues !== undefined) throw new Error(`the border would refuse ${JSON.stringify(op)}`);
}
