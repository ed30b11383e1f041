// Whether an undo of typing took letters away that were not its own to take.
import { type ClientId, type Entry, type LoggedTxn, tagOfTxn, textBodyOf, type TextRange } from "@inkroom/model";

export class LetterJudge {
  /** Letters of anybody that a client has deleted at some time: a redo may delete them again. */
  readonly #deletedBy = new Map<ClientId, Set<string>>();

  note({ client, ops }: LoggedTxn): void {
    const deleted = this.#deletedBy.get(client) ?? new Set();
    this.#deletedBy.set(client, deleted);
    for (const op of ops) for (const range of op.op === "txt" ? (op.del ?? []) : []) for (const key of keysOf(range)) deleted.add(key);
  }

  /** Sentences about letters of others that an undo or redo took out of a text, though its author had never deleted them. */
  judgeUndo(txn: LoggedTxn, old: Entry | undefined, now: Entry | undefined): readonly string[] {
    if (old?.state !== "live" || now?.state !== "live" || !txn.ops.some((op) => op.op === "txt" && op.id === old.shape.id)) return [];
    const left = new Set(livingKeys(now));
    const gone = livingKeys(old).filter((key) => !left.has(key) && !key.startsWith(`${txn.client}/`));
    const strange = gone.filter((key) => !this.#deletedBy.get(txn.client)?.has(key));
    return strange.map((key) => `undo ${tagOfTxn(txn)} took the letter ${key} of another client`);
  }
}

function livingKeys(entry: Entry): readonly string[] {
  const runs = (entry.state === "live" ? textBodyOf(entry)?.runs : undefined) ?? [];
  return runs.filter((run) => !run.dead).flatMap(keysOf);
}

function keysOf({ by, at, len }: TextRange): readonly string[] {
  return Array.from({ length: len }, (_, i) => `${by}/${at + i}`);
}
