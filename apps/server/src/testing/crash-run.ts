// Ends a real server again and again while several people draw, and looks for acked work that is missing or doubled.
import { randomInt, randomUUID } from "node:crypto";
import { deriveClientId } from "@inkroom/protocol";
import { openSqliteDriver } from "@inkroom/storage/sqlite";
import type { StorageStep } from "@inkroom/storage/sqlite";
import type { AFTER_ACK } from "../failpoint.ts";
import { createBoard, type TestBoard } from "./board-access.ts";
import { BoardClient } from "./board-client.ts";
import { newDataDir, ServerProcess } from "./server-process.ts";
import { rect } from "./test-shapes.ts";

/** kill: SIGKILL at a random time. term: SIGTERM at a random time. Otherwise the process kills itself at a step of storage, or behind an ack. */
export type Ending = "kill" | "term" | typeof AFTER_ACK | StorageStep;

export type CrashReport = {
  readonly how: Ending;
  readonly kills: number;
  /** Of `term`: how many did not end by themselves with exit code 0. */
  readonly unclean: number;
  /** Transactions whose ack somebody received. */
  readonly acked: number;
  /** Rows in the log at the end. */
  readonly logged: number;
  /** Acked, but not in the log at the acked seq. */
  readonly missing: number;
  /** In the log twice, or acked with two seqs. */
  readonly doubled: number;
  /** Places where the log's seqs do not follow each other. */
  readonly gaps: number;
};

/** Unanswered pushes of one writer. */
const IN_FLIGHT = 16;
/** Acks between two kills: at least, at most. */
const ACKS_BETWEEN = [20, 200] as const;
const ENV = { INKROOM_PUSHES_PER_SECOND: "100000", INKROOM_PUSH_BURST: "100000", INKROOM_BOARDS_PER_HOUR: "1000" } as const;

/** Where the server is; a new promise from the moment it is killed until the next one is up. */
type Place = { url: Promise<string>; readonly board: TestBoard };

/** Draws as fast as the server acks, over as many connections as it takes. */
class Writer {
  /** n to the seqs it was acked with. */
  readonly acked = new Map<number, Set<number>>();
  readonly clientId: string;
  readonly #proof = randomUUID();
  readonly #onAck: () => void;

  constructor(onAck: () => void) {
    this.clientId = deriveClientId(this.#proof);
    this.#onAck = onAck;
  }

  async run(place: Place, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const url = await place.url;
      const client = await BoardClient.join(url, place.board, { proof: this.#proof, encoding: "binary" }).catch(() => undefined);
      // Killed while we joined: the next url is on its way.
      if (client === undefined) continue;
      await this.#draw(client, isOver);
      client.close();
    }
  }

  /** One connection, until the server is gone or the run is over and everything is answered. */
  async #draw(client: BoardClient, isOver: () => boolean): Promise<void> {
    let next = (await client.next("welcome")).lastN + 1;
    const open = new Set<number>();
    while (client.closeCode === undefined) {
      for (const message of client.received.splice(0)) {
        if (message.t === "nack") throw new Error(`refused with ${message.code}`);
        if (message.t !== "ack") continue;
        open.delete(message.n);
        this.acked.set(message.n, (this.acked.get(message.n) ?? new Set()).add(message.seq));
        this.#onAck();
      }
      if (isOver() && open.size === 0) return;
      for (; !isOver() && open.size < IN_FLIGHT; next++) {
        open.add(next);
        // Every seventh is sent twice: a repeat must change nothing.
        for (let times = next % 7 === 0 ? 2 : 1; times > 0; times--)
          client.push(next, [{ op: "add", shape: rect({ id: `${client.clientId}-${next}` }) }]);
      }
      await client.change();
    }
  }
}

export type CrashOptions = { readonly kills: number; readonly writers: number; readonly how?: Ending };

/** Steps are counted from the start of a process; a checkpoint comes every 50 transactions. */
function envFor(how: Ending): Readonly<Record<string, string>> {
  if (how === "kill" || how === "term") return ENV;
  return { ...ENV, INKROOM_FAILPOINT: `${how}:${how === "mid_checkpoint" ? randomInt(1, 4) : randomInt(10, 150)}` };
}

/** Runs `kills` ends under `writers` writers on a new data directory, which is removed at the end. */
export async function runCrashes({ kills, writers: count, how = "kill" }: CrashOptions): Promise<CrashReport> {
  const dataDir = newDataDir();
  let unclean = 0;
  let server = await ServerProcess.start(ENV, dataDir);
  const place: Place = { url: Promise.resolve(server.url), board: await createBoard(server.url) };
  let isOver = false;
  let acks = 0;
  let wanted: { readonly acks: number; readonly reached: () => void } | undefined;
  const writers = Array.from(
    { length: count },
    () =>
      new Writer(() => {
        acks += 1;
        if (wanted !== undefined && acks >= wanted.acks) wanted.reached();
      }),
  );
  const running = Promise.all(writers.map((writer) => writer.run(place, () => isOver)));
  const enoughAcks = (): Promise<void> => new Promise((reached) => (wanted = { acks: acks + randomInt(...ACKS_BETWEEN), reached }));
  for (let i = 0; i < kills; i++) {
    const killsItself = how !== "kill" && how !== "term";
    await Promise.race([running, killsItself && i > 0 ? server.ended : enoughAcks()]);
    const up = Promise.withResolvers<string>();
    place.url = up.promise;
    if (how === "term") server.signal("SIGTERM");
    else await server.kill();
    if ((await server.ended).code !== 0) unclean += 1;
    server = await ServerProcess.start(i < kills - 1 ? envFor(how) : ENV, dataDir);
    up.resolve(server.url);
  }
  isOver = true;
  await running;
  await server.kill();
  const log = readLog(dataDir, place.board);
  await server.dispose();
  return { ...judge(writers, log), how, kills, unclean: how === "term" ? unclean : 0 };
}

type Logged = { readonly seq: number; readonly client: string; readonly n: number };

/** The whole log as it is on disk, each row verified. No server may run. */
function readLog(dataDir: string, board: TestBoard): readonly Logged[] {
  const driver = openSqliteDriver({ dataDir });
  try {
    return driver.open({ party: "board", name: board.id }).log.read(1, Number.MAX_SAFE_INTEGER);
  } finally {
    driver.close();
  }
}

function judge(writers: readonly Writer[], log: readonly Logged[]): Omit<CrashReport, "how" | "kills" | "unclean"> {
  const rows = new Map(log.map((txn) => [`${txn.client} ${txn.n}`, txn.seq]));
  const acks = writers.flatMap(({ clientId, acked }) => [...acked].map(([n, seqs]) => ({ key: `${clientId} ${n}`, seqs: [...seqs] })));
  return {
    acked: acks.length,
    logged: log.length,
    missing: acks.filter(({ key, seqs }) => !seqs.every((seq) => rows.get(key) === seq)).length,
    doubled: log.length - rows.size + acks.filter(({ seqs }) => seqs.length > 1).length,
    gaps: log.filter(({ seq }, i) => seq !== i + 1).length,
  };
}
