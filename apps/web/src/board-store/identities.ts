// Who this browser has been to the room of a board. One tab at a time is one of them; the lock says which.
import { BodyError, MAX_OTHER_PROOFS } from "@inkroom/protocol";
import type { OutboxContent } from "@inkroom/sync";
import { createTabIdentity, type TabIdentity } from "../host/tab-identity.ts";
import { type Database, type IdentityRow, queue, rowsOf, write } from "./database.ts";
import { readOutbox } from "./idb-outbox.ts";
import type { TabLocks } from "./tab-locks.ts";

/** An identity that is this tab's until `release`. */
export type Claim = {
  readonly identity: TabIdentity;
  readonly row: IdentityRow;
  /** What it left behind; undefined for a new one. */
  readonly content: OutboxContent | undefined;
  readonly release: () => void;
};

export type ClaimOptions = {
  readonly database: Database;
  readonly board: string;
  readonly locks: TabLocks;
  readonly now: () => number;
};

type Listed = readonly [client: string, row: IdentityRow, waiting: number];

/** The identities of a board, those with work that waits first, then those used last. */
async function listIdentities(database: Database, board: string): Promise<readonly Listed[]> {
  const transaction = database.transaction(["identities", "outbox"]);
  const store = transaction.objectStore("identities");
  const [keys, rows, outboxKeys, outboxRows] = await Promise.all([
    store.getAllKeys(rowsOf(board)),
    store.getAll(rowsOf(board)),
    transaction.objectStore("outbox").getAllKeys(rowsOf(board)),
    transaction.objectStore("outbox").getAll(rowsOf(board)),
  ]);
  const waiting = new Map<string, number>();
  for (const [i, [, client]] of outboxKeys.entries())
    if (outboxRows[i]?.seq === undefined) waiting.set(client, (waiting.get(client) ?? 0) + 1);
  return rows
    .flatMap((row, i) => {
      const client = keys[i]?.[1];
      return client === undefined ? [] : [[client, row, waiting.get(client) ?? 0] as const];
    })
    .toSorted(([, a, aWaits], [, b, bWaits]) => Number(bWaits > 0) - Number(aWaits > 0) || b.usedAt - a.usedAt);
}

/** An identity for a tab that opens the board by `secret`: who it was last, else one that no tab is, or a new one. */
export async function claimIdentity(
  options: ClaimOptions,
  { secret, last }: { readonly secret: string; readonly last: string | undefined },
  fill: (bytes: Uint8Array<ArrayBuffer>) => unknown,
): Promise<Claim> {
  const listed = await listIdentities(options.database, options.board);
  // Without a line only the own work is on show: after a reload it must not be another tab's.
  for (const [client, row] of listed.toSorted(([a], [b]) => Number(b === last) - Number(a === last))) {
    const claim = row.secret === secret ? await tryToClaim(options, client) : undefined;
    if (claim !== undefined) return { ...claim, identity: { ...claim.identity, also: proofsOfOthers(listed, client) } };
  }
  const identity = { ...(await createTabIdentity(fill, crypto.subtle)), also: proofsOfOthers(listed) };
  const release = await options.locks.take(lockName(options.board, identity.clientId));
  const row: IdentityRow = { proof: identity.proof, secret, nextN: 1, usedAt: options.now() };
  return { identity, row, content: undefined, release: release ?? (() => {}) };
}

function proofsOfOthers(listed: readonly Listed[], own?: string): readonly string[] {
  return listed.flatMap(([client, { proof }]) => (client === own ? [] : [proof])).slice(0, MAX_OTHER_PROOFS);
}

/**
 * The identities that no tab is and that have something to send: work that waits, or work that was settled with another
 * history than `epoch`. Each is this tab's until it is released.
 */
export async function* claimOrphans(options: ClaimOptions, epoch: string | undefined): AsyncGenerator<Claim> {
  for (const [client, row, waiting] of await listIdentities(options.database, options.board)) {
    const isBehind = epoch !== undefined && row.epoch !== undefined && row.epoch !== epoch;
    const claim = waiting > 0 || isBehind ? await tryToClaim(options, client) : undefined;
    if (claim !== undefined) yield claim;
  }
}

/** Undefined where another tab has it, or what it left cannot be read. */
async function tryToClaim({ database, board, locks, now }: ClaimOptions, client: string): Promise<Claim | undefined> {
  const release = await locks.take(lockName(board, client));
  if (release === undefined) return undefined;
  try {
    // Read behind the lock: the tab that had it may have gone on since it was listed.
    const row = await database.get("identities", [board, client]);
    if (row !== undefined) {
      const content = await readOutbox(database, board, client, row.nextN);
      return { identity: { clientId: client, proof: row.proof }, row: { ...row, usedAt: now() }, content, release };
    }
  } catch (error) {
    if (!(error instanceof BodyError)) {
      release();
      throw error;
    }
    await setAside(database, board, client, now());
  }
  release();
  return undefined;
}

/** Moves what cannot be read out of the way, as it is. */
async function setAside(database: Database, board: string, client: string, at: number): Promise<void> {
  await write(database, ["identities", "outbox", "aside"], async (transaction) => {
    const outbox = transaction.objectStore("outbox");
    const identities = transaction.objectStore("identities");
    const [keys, rows, identity] = await Promise.all([
      outbox.getAllKeys(rowsOf(board, client)),
      outbox.getAll(rowsOf(board, client)),
      identities.get([board, client]),
    ]);
    const aside = transaction.objectStore("aside");
    for (const [i, row] of rows.entries()) queue(aside.add({ table: "outbox", key: keys[i], row, at }));
    queue(aside.add({ table: "identities", key: [board, client], row: identity, at }));
    queue(outbox.delete(rowsOf(board, client)));
    queue(identities.delete([board, client]));
  });
}

function lockName(board: string, client: string): string {
  return `inkroom/${board}/${client}`;
}
