// What this browser keeps of one board: who the tab is, its outbox, the board's base, and work that found no place.
// Opening never fails: where there is no storage, everything is in memory and `trouble` says why.
import { BodyError } from "@inkroom/protocol";
import { MemoryOutbox, type Outbox, type OutboxContent, type Replica, type StoredBase } from "@inkroom/sync";
import type { KeyValueStore } from "../host/key-value-store.ts";
import { createTabIdentity, randomId, type TabIdentity } from "../host/tab-identity.ts";
import { createWritable, type Readable } from "../ui/readable.ts";
import { BaseCopy, type Idle, readBase } from "./base-copy.ts";
import { type Database, databaseName, NAME_KEY, openDatabase, write } from "./database.ts";
import { type Claim, claimIdentity, claimOrphans } from "./identities.ts";
import { IdbOutbox } from "./idb-outbox.ts";
import { createKeptWork, type KeptWork, readKeptWork } from "./kept-work.ts";
import { type StoreTrouble, troubleOf } from "./store-trouble.ts";
import type { TabLocks } from "./tab-locks.ts";

export type BoardStore = {
  readonly identity: TabIdentity;
  readonly outbox: Outbox;
  readonly restored: OutboxContent | undefined;
  /** The board as it was stored, and when that was the newest (ms since the Unix epoch). */
  readonly base: (StoredBase & { readonly at: number }) | undefined;
  /** Undefined while the browser keeps everything. */
  readonly trouble: Readable<StoreTrouble | undefined>;
  readonly kept: KeptWork;
  /** Keeps the stored base up with the replica; undefined where nothing is stored. */
  copyBase(replica: Replica): BaseCopy | undefined;
  /** This tab's identity writes by another secret from now on; `andOthers` sees to those that the browser has had besides. */
  takeKey(to: string, andOthers: (database: Database, board: string) => Promise<void>): Promise<void>;
  /** The own transactions are settled with this history. */
  settledWith(epoch: string): void;
  /** Identities of closed tabs that have something to send; each is this tab's until it is released. */
  orphans(epoch: string | undefined): AsyncGenerator<Orphan>;
  /** Lets go of the identity, after what is under way has been written. */
  close(): void;
};
export type Orphan = Omit<Claim, "content"> & { readonly content: OutboxContent; readonly outbox: IdbOutbox };

export type BoardStoreOptions = {
  readonly board: string;
  readonly secret: string;
  /** Undefined where tabs cannot be kept apart. */
  readonly locks: TabLocks | undefined;
  /** Remembers which database is in use. */
  readonly names: KeyValueStore;
  /** What this tab remembers over a reload. */
  readonly tab: KeyValueStore;
  readonly now: () => number;
  readonly setTimer: (delayMs: number, fn: () => void) => () => void;
  readonly idle: Idle;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => unknown;
};

/** How long the database may take to open before the board goes on without it, ms. */
const OPEN_WITHIN_MS = 3_000;

export async function openBoardStore(options: BoardStoreOptions): Promise<BoardStore> {
  const trouble = createWritable<StoreTrouble | undefined>(undefined);
  // The first trouble says best what has happened.
  const onTrouble = (found: StoreTrouble): void => trouble.set(trouble.get() ?? found);
  if (options.locks === undefined) onTrouble("unlocked");
  const late = Promise.withResolvers<undefined>();
  const cancel = options.setTimer(OPEN_WITHIN_MS, () => late.resolve(undefined));
  const opening = openStored(options, trouble, onTrouble).catch((error: unknown) => {
    onTrouble(troubleOf(error));
    return undefined;
  });
  const stored = await Promise.race([opening, late.promise]);
  cancel();
  if (stored !== undefined) return stored;
  onTrouble("blocked");
  // If it opens after all, nobody is waiting for it.
  void opening.then((store) => store?.close());
  return storeInMemory(options, trouble, onTrouble);
}

type Trouble = Readable<StoreTrouble | undefined>;

async function storeInMemory(options: BoardStoreOptions, trouble: Trouble, onTrouble: (found: StoreTrouble) => void): Promise<BoardStore> {
  return {
    identity: await createTabIdentity(options.fillRandom, crypto.subtle),
    outbox: new MemoryOutbox(),
    restored: undefined,
    base: undefined,
    trouble,
    kept: createKeptWork({ ...options, database: undefined, stored: [], onTrouble }),
    copyBase: () => undefined,
    takeKey: () => Promise.resolve(),
    settledWith: () => {},
    async *orphans() {},
    close: () => {},
  };
}

async function openStored(
  options: BoardStoreOptions,
  trouble: Trouble,
  onTrouble: (found: StoreTrouble) => void,
): Promise<BoardStore | undefined> {
  const { board, secret, locks, tab, now, setTimer, idle, fillRandom } = options;
  if (locks === undefined) return undefined;
  const database = await openWhichWorks(options, onTrouble);
  const claims = { database, board, locks, now };
  // What is kept of the board is anybody's: it is read while this tab finds out who it is.
  const reading = Promise.all([
    readBase(database, board).catch((error: unknown) => setBaseAside(database, options, error)),
    readKeptWork(database, board),
  ]);
  reading.catch(() => undefined);
  const claim = await claimIdentity(claims, { secret, last: tab.get(tabKey(board)) }, fillRandom);
  tab.set(tabKey(board), claim.identity.clientId);
  const [base, stored] = await reading.catch((error: unknown) => {
    claim.release();
    throw error;
  });
  // Tidying up is nobody's concern.
  import("./forget-board.ts").then(({ dropOldCopies }) => dropOldCopies(database)).catch(() => undefined);
  const outboxOf = ({ identity, row }: Omit<Claim, "content">): IdbOutbox =>
    new IdbOutbox({ database, board, client: identity.clientId, identity: row, onTrouble });
  const outbox = outboxOf(claim);
  return {
    identity: claim.identity,
    outbox,
    restored: claim.content,
    base,
    trouble,
    kept: createKeptWork({ ...options, database, stored, onTrouble }),
    copyBase: (replica) => new BaseCopy({ database, board, replica, from: base?.seq, now, setTimer, idle, onTrouble }),
    async takeKey(to, andOthers) {
      await outbox.takeKey(to);
      await andOthers(database, board);
    },
    // A failure has been told as trouble.
    settledWith: (epoch) => void outbox.settledWith(epoch).catch(() => undefined),
    async *orphans(epoch) {
      for await (const { content, ...orphan } of claimOrphans(claims, epoch))
        if (content !== undefined) yield { ...orphan, content, outbox: outboxOf(orphan) };
    },
    close() {
      database.close();
      claim.release();
    },
  };
}

/** Where a tab remembers who it was on a board. */
function tabKey(board: string): string {
  return `inkroom.tab/${board}`;
}

/** A database that does not open because it is damaged is left as it is, and another one is begun. */
async function openWhichWorks({ names, fillRandom }: BoardStoreOptions, onLost: (trouble: StoreTrouble) => void): Promise<Database> {
  try {
    return await openDatabase({ name: databaseName(names), onLost });
  } catch (error) {
    if (troubleOf(error) !== "broken") throw error;
    const next = `inkroom-${randomId(fillRandom, 6)}`;
    const database = await openDatabase({ name: next, onLost });
    names.set(NAME_KEY, next);
    return database;
  }
}

/** The room has the board; what of it cannot be read here is kept for people to look at. */
async function setBaseAside(database: Database, { board, now }: BoardStoreOptions, error: unknown): Promise<undefined> {
  if (!(error instanceof BodyError)) throw error;
  await write(database, ["bases", "entries", "aside"], async (transaction) => {
    const row = await transaction.objectStore("bases").get(board);
    await transaction.objectStore("aside").add({ table: "bases", key: board, row, at: now() });
    await transaction.objectStore("bases").delete(board);
  });
  return undefined;
}
