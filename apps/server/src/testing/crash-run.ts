// Kills a real server again and again while several people draw, and looks for acked work that is missing or doubled.
import { randomInt, randomUUID } from "node:crypto";
import type { LoggedTxn } from "@inkroom/model";
import { deriveClientId } from "@inkroom/protocol";
import { createBoard, type TestBoard } from "./board-access.ts";
import { BoardClient } from "./board-client.ts";
import { newDataDir, ServerProcess } from "./server-process.ts";
import { rect } from "./test-shapes.ts";

export type CrashReport = {
  readonly kills: number;
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

/** Runs `kills` kills under `writers` writers on a new data directory, which is removed at the end. */
export async function runCrashes({ kills, writers: count }: { readonly kills: number; readonly writers: number }): Promise<CrashReport> {
  const dataDir = newDataDir();
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
  for (let i = 0; i < kills; i++) {
    await Promise.race([running, new Promise<void>((reached) => (wanted = { acks: acks + randomInt(...ACKS_BETWEEN), reached }))]);
    const up = Promise.withResolvers<string>();
    place.url = up.promise;
    await server.kill();
    server = await ServerProcess.start(ENV, dataDir);
    up.resolve(server.url);
  }
  isOver = true;
  await running;
  const log = await readLog(server.url, place.board);
  await server.dispose();
  return judge(kills, writers, log);
}

/** The whole log but its first row, as somebody who was away is sent it. */
async function readLog(url: string, board: TestBoard): Promise<readonly LoggedTxn[]> {
  const first = await BoardClient.join(url, board, { role: "view" });
  const { epoch, head } = await first.next("welcome");
  first.close();
  const reader = await BoardClient.connect(url, board, { role: "view", encoding: "binary" });
  reader.send(reader.hello({ since: 1, epoch }));
  await reader.next("ops", ({ list }) => list.at(-1)?.seq === head);
  reader.close();
  // reason: validated by decodeServer; the message's type is the mutable form of LoggedTxn.
  return reader.all("ops").flatMap(({ list }) => list as unknown as readonly LoggedTxn[]);
}

function judge(kills: number, writers: readonly Writer[], log: readonly LoggedTxn[]): CrashReport {
  const rows = new Map(log.map((txn) => [`${txn.client} ${txn.n}`, txn.seq]));
  const acks = writers.flatMap(({ clientId, acked }) => [...acked].map(([n, seqs]) => ({ key: `${clientId} ${n}`, seqs: [...seqs] })));
  return {
    kills,
    acked: acks.length,
    logged: log.length + 1,
    missing: acks.filter(({ key, seqs }) => !seqs.includes(1) && !seqs.every((seq) => rows.get(key) === seq)).length,
    doubled: log.length - rows.size + acks.filter(({ seqs }) => seqs.length > 1).length,
    gaps: log.filter(({ seq }, i) => seq !== i + 2).length,
  };
}
