// The outbox of one identity in the database: own transactions, each a row from its commit until the room has had it for long.
import type { LoggedTxn, Txn } from "@inkroom/model";
import { decodeOps, encodeOps } from "@inkroom/protocol";
import type { Outbox, OutboxContent } from "@inkroom/sync";
import { type Database, type IdentityRow, type OutboxRow, queue, rowsOf, write, type WriteTransaction } from "./database.ts";
import { type StoreTrouble, troubleOf } from "./store-trouble.ts";

export type IdbOutboxOptions = {
  readonly database: Database;
  readonly board: string;
  readonly client: string;
  readonly identity: IdentityRow;
  /** Something could not be written. What was written before stays. */
  readonly onTrouble: (trouble: StoreTrouble) => void;
};

export class IdbOutbox implements Outbox {
  readonly #options: IdbOutboxOptions;
  #identity: IdentityRow;

  constructor(options: IdbOutboxOptions) {
    this.#options = options;
    this.#identity = options.identity;
  }

  append(txn: Txn): Promise<void> {
    return this.#write((rows, identities) => {
      this.#put(rows, txn.n, { body: encodeOps(txn.ops) });
      this.#number(identities, txn.n + 1);
    });
  }

  confirm(txns: readonly LoggedTxn[]): Promise<void> {
    return this.#write((rows) => {
      for (const { n, ops, seq, ts } of txns) this.#put(rows, n, { body: encodeOps(ops), seq, ts });
    });
  }

  remove(ns: readonly number[]): Promise<void> {
    return this.#write((rows) => {
      for (const n of ns) queue(rows.delete([this.#options.board, this.#options.client, n]));
    });
  }

  replace({ nextN, txns, held }: OutboxContent): Promise<void> {
    const { board, client } = this.#options;
    return this.#write((rows, identities) => {
      queue(rows.delete(rowsOf(board, client)));
      for (const { n, ops, seq, ts } of held) this.#put(rows, n, { body: encodeOps(ops), seq, ts });
      for (const { n, ops } of txns) this.#put(rows, n, { body: encodeOps(ops) });
      this.#number(identities, nextN);
    });
  }

  /** The link by which it may write is another one from now on. */
  takeKey(secret: string): Promise<void> {
    this.#identity = { ...this.#identity, secret };
    return this.#write((_, identities) => this.#number(identities, this.#identity.nextN));
  }

  /** Its transactions are settled with this history. */
  settledWith(epoch: string): Promise<void> {
    if (this.#identity.epoch === epoch) return Promise.resolve();
    this.#identity = { ...this.#identity, epoch };
    return this.#write((_, identities) => this.#number(identities, this.#identity.nextN));
  }

  #put(rows: Rows, n: number, row: OutboxRow): void {
    queue(rows.put(row, [this.#options.board, this.#options.client, n]));
  }

  #number(identities: Identities, nextN: number): void {
    this.#identity = { ...this.#identity, nextN };
    queue(identities.put(this.#identity, [this.#options.board, this.#options.client]));
  }

  async #write(fill: (rows: Rows, identities: Identities) => void): Promise<void> {
    const { database, onTrouble } = this.#options;
    try {
      await write(database, ["outbox", "identities"], (transaction) =>
        fill(transaction.objectStore("outbox"), transaction.objectStore("identities")),
      );
    } catch (error) {
      onTrouble(troubleOf(error));
      throw error;
    }
  }
}

type Rows = ReturnType<typeof outboxOf>;
type Identities = ReturnType<typeof identitiesOf>;
const outboxOf = (transaction: WriteTransaction) => transaction.objectStore("outbox");
const identitiesOf = (transaction: WriteTransaction) => transaction.objectStore("identities");

/** What an identity left behind. Throws BodyError where a row cannot be read. */
export async function readOutbox(database: Database, board: string, client: string, nextN: number): Promise<OutboxContent> {
  const transaction = database.transaction("outbox");
  const [keys, rows] = await Promise.all([
    transaction.store.getAllKeys(rowsOf(board, client)),
    transaction.store.getAll(rowsOf(board, client)),
  ]);
  const txns: Txn[] = [];
  const held: LoggedTxn[] = [];
  for (const [i, { body, seq, ts }] of rows.entries()) {
    const txn = { client, n: keys[i]?.[2] ?? 0, ops: decodeOps(body) };
    if (seq === undefined) txns.push(txn);
    else held.push({ ...txn, seq, ts: ts ?? 0 });
  }
  const last = Math.max(0, ...[txns.at(-1), held.at(-1)].map((txn) => txn?.n ?? 0));
  return { nextN: Math.max(nextN, last + 1), txns, held };
}
