// Flips single bits in the files of a room and looks whether anything is then taken for true that was never written.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CHECKPOINT_KEY, EPOCH_KEY } from "@inkroom/rooms";
import type { RoomKey, RoomStore } from "@inkroom/rooms";
import { openSqliteDriver, roomPath } from "../index.ts";
import type { SqliteDriver } from "../index.ts";

const KEY: RoomKey = { party: "board", name: "flips" };
const COMMITS = 500;
/** Every so many commits the bytes are brought up to the log. */
const CHECKPOINT_EVERY = 50;

export type FlipReport = {
  readonly flips: number;
  /** Read as it was written, without a word: the bit was in unused space. */
  readonly unharmed: number;
  /** Noticed, and nothing was lost. */
  readonly healed: number;
  /** Noticed, something was lost, and the room is read-only. */
  readonly readOnly: number;
  /** Of these: transactions that were lost. */
  readonly lostEntries: number;
  /** Committed transactions are missing and nobody is told. Possible only at the end of a write-ahead log. */
  readonly silentlyShorter: number;
  /** Data that was never written, or not there, was given as true. */
  readonly wrongAccepted: number;
};

/** What a room holds, as text that can be compared. */
type Content = { log: string[]; values: Map<string, string>; bytes: Map<string, string>; decided: string[]; alarm: string };
/** What lay beside the log after one of the commits. */
type Moment = Pick<Content, "bytes" | "values">;
type Files = { readonly db: Buffer; readonly wal: Buffer | undefined; readonly truth: Content; readonly moments: readonly Moment[] };

/** `random` gives numbers in [0, 1). */
export function runFlips(where: "db" | "wal", flips: number, random: () => number): FlipReport {
  const root = mkdtempSync(join(tmpdir(), "inkroom-flips-"));
  try {
    const files = makeRoom(join(root, "made"), where === "wal");
    const report = { flips, unharmed: 0, healed: 0, readOnly: 0, lostEntries: 0, silentlyShorter: 0, wrongAccepted: 0 };
    for (let i = 0; i < flips; i++) {
      const target = Buffer.from(where === "wal" ? (files.wal as Buffer) : files.db);
      const bit = Math.floor(random() * target.length * 8);
      target[bit >> 3] = (target[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const hurt = where === "wal" ? { ...files, wal: target } : { ...files, db: target };
      judge(hurt, join(root, `flip-${i}`), report);
    }
    return report;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The files of a room that is closed, or that is open with its newest commits still in the log. */
function makeRoom(dataDir: string, isOpen: boolean): Files {
  const driver = openSqliteDriver({ dataDir });
  const store = driver.open(KEY);
  store.bytes.put(EPOCH_KEY, Buffer.from("first"));
  store.alarm.set({ atMs: 4_102_444_800_000, attempt: 1 });
  const moments: Moment[] = [];
  for (let n = 1; n <= COMMITS; n++) {
    const client = `client-${n % 7}`;
    if (n % 90 === 0) store.log.refuse(client, n, "bad_value");
    else store.log.append({ client, n, body: Buffer.from(`\u0001body ${n} `.repeat(1 + (n % 40))), ts: 1_700_000_000_000 + n });
    store.values.put(`value ${n % 30}`, Buffer.from(`value at ${n}`));
    if (n % CHECKPOINT_EVERY === 0) {
      for (let e = 0; e < 40; e++) store.bytes.put(`e/${e}`, Buffer.from(`entry ${e} at ${n} `.repeat(3)));
      store.bytes.put(CHECKPOINT_KEY, Buffer.from(String(store.log.head())));
    }
    store.commit();
    moments.push(momentOf(store));
  }
  const truth = contentOf(store);
  const path = roomPath(dataDir, KEY);
  const read = (): Files => ({ db: readFileSync(path), wal: isOpen ? readFileSync(`${path}-wal`) : undefined, truth, moments });
  if (isOpen) {
    const files = read();
    driver.close();
    return files;
  }
  driver.close();
  return read();
}

function judge({ db, wal, truth, moments }: Files, dataDir: string, report: { -readonly [K in keyof FlipReport]: number }): void {
  const path = roomPath(dataDir, KEY);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, db);
  if (wal !== undefined) writeFileSync(`${path}-wal`, wal);
  let noticed = 0;
  const driver = openSqliteDriver({ dataDir, onQuarantine: (_report, key) => (noticed += key === undefined ? 0 : 1) });
  try {
    const { content, isDamaged } = readAll(driver);
    const missing = truth.log.length - content.log.length;
    const isEqual = JSON.stringify(plain(content)) === JSON.stringify(plain(truth));
    if (isDamaged) {
      report.readOnly += 1;
      report.lostEntries += Math.max(0, missing);
      if (!isPartOf(content, truth, moments)) report.wrongAccepted += 1;
    } else if (isEqual) report[noticed > 0 ? "healed" : "unharmed"] += 1;
    else if (isPrefix(content, truth)) report.silentlyShorter += 1;
    else report.wrongAccepted += 1;
  } finally {
    driver.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** As a room does it: what throws ends a life, the next one opens the file anew. */
function readAll(driver: SqliteDriver): { content: Content; isDamaged: boolean } {
  for (let tries = 0; tries < 3; tries++) {
    const store = driver.open(KEY);
    try {
      return { content: contentOf(store), isDamaged: store.damage !== undefined };
    } catch {
      // The file is verified as a whole before it is opened again.
    } finally {
      store.close();
    }
  }
  throw new Error("the room did not open in three tries");
}

function contentOf(store: RoomStore): Content {
  const head = store.log.head();
  const first = firstEntry(store, head);
  const log = store.log.read(first, COMMITS).map(({ seq, client, n, ts, body }) => `${seq} ${client} ${n} ${ts} ${text(body)}`);
  const decided: string[] = [];
  for (let i = 0; i < 7; i++) decided.push(`${i} ${store.log.lastOf(`client-${i}`)}`);
  for (let n = 90; n <= COMMITS; n += 90) decided.push(`${n} ${store.log.refusal(`client-${n % 7}`, n) ?? "-"}`);
  for (const n of [1, 100, 250, COMMITS - 1]) decided.push(`at ${n} ${store.log.find(`client-${n % 7}`, n)?.seq ?? "-"}`);
  return {
    log,
    ...momentOf(store),
    decided,
    alarm: JSON.stringify(store.alarm.get() ?? null),
  };
}

function momentOf(store: RoomStore): Moment {
  return {
    values: new Map(store.values.list({ reverse: false }).map(([k, v]) => [k, text(v)])),
    bytes: new Map(store.bytes.list({ reverse: false }).map(([k, v]) => [k, text(v)])),
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

/** A recovered log may begin later. */
function firstEntry(store: RoomStore, head: number): number {
  if (store.damage === undefined || head === 0) return 1;
  let [low, high] = [1, head + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isThere(store, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isThere(store: RoomStore, seq: number): boolean {
  try {
    return store.log.read(seq, 1).length > 0;
  } catch {
    return false;
  }
}

function plain({ log, values, bytes, decided, alarm }: Content): unknown {
  return [log, [...values], [...bytes], decided, alarm];
}

/** Each thing that is given is as it was written, all of it at one time; the epoch is another one. */
function isPartOf(content: Content, truth: Content, moments: readonly Moment[]): boolean {
  const known = new Set(truth.log);
  const within = (some: Map<string, string>, all: Map<string, string>): boolean =>
    [...some].every(([key, value]) => key === EPOCH_KEY || all.get(key) === value);
  const isOf = ({ values, bytes }: Moment): boolean => within(content.values, values) && within(content.bytes, bytes);
  return content.log.every((entry) => known.has(entry)) && moments.some(isOf);
}

/** What had been committed at an earlier time, all of it consistent: the log is a prefix and nothing is newer than it. */
function isPrefix(content: Content, truth: Content): boolean {
  return content.log.length < truth.log.length && content.log.every((entry, i) => entry === truth.log[i]);
}
