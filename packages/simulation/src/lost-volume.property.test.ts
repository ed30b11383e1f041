// Any history of drawing, of lines that come and go, and of a server that is put back to an older copy of its data: in the
// end everybody has one board with every stroke that anybody drew, once.
import { hashBoard } from "@inkroom/model";
import { openSqliteDriver } from "@inkroom/storage/sqlite";
import fc from "fast-check";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLog } from "./judgement.ts";
import { Records } from "./records.ts";
import { SimClient } from "./sim-client.ts";
import { BOARD, SimServer } from "./sim-server.ts";
import { WorldClock } from "./world-clock.ts";

type Step =
  | { readonly do: "draw" | "cut" | "reload"; readonly c: number }
  | { readonly do: "wait"; readonly ms: number }
  /** The data as it is now is put by; the server is put back to what was put by last. */
  | { readonly do: "copy" | "restore" | "crash" };

const c = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("draw" as const), c }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("cut" as const, "reload" as const), c }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(1, 5, 12, 400, 3_000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("copy" as const, "restore" as const, "crash" as const) }) },
);

/** Once failed (seed -1598785990): a tab that has its board whole, without the name of the last change, meets another board that is as long. */
const AS_LONG: Step[] = [
  { do: "draw", c: 0 },
  { do: "wait", ms: 12 },
  { do: "wait", ms: 5 },
  { do: "reload", c: 0 },
  { do: "wait", ms: 12 },
  { do: "restore" },
  { do: "cut", c: 1 },
  { do: "wait", ms: 1 },
  { do: "reload", c: 2 },
  { do: "draw", c: 0 },
  { do: "draw", c: 2 },
];

test("whatever copy a server is put back to, each stroke is on the board once in the end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), fc.boolean(), async (steps, isRenamed) => {
      const world = new VolumeWorld(isRenamed);
      try {
        for (const each of steps) await world.perform(each);
        await world.judge();
      } finally {
        world.end();
      }
    }),
    { numRuns: Number(process.env["INKROOM_SIM_VOLUMES"] ?? 40), examples: [[AS_LONG, false]] },
  );
});

/** Three people, a server, and the directories it has had. */
class VolumeWorld {
  readonly #root = mkdtempSync(join(tmpdir(), "inkroom-volumes-"));
  readonly #clock = new WorldClock();
  readonly #server: SimServer;
  readonly #clients: SimClient[] = [];
  readonly #usedIds: string[] = [];
  #dir: string;
  #copy: string | undefined;
  readonly #isRenamed: boolean;
  #dirs = 0;
  #tabs = 0;

  /** `isRenamed`: a board without a stored epoch gets another one each time; else all copies have one name. */
  constructor(isRenamed: boolean) {
    this.#isRenamed = isRenamed;
    this.#dir = this.#newDir();
    let epochs = 0;
    this.#server = new SimServer({
      clock: this.#clock,
      openDriver: () => openSqliteDriver({ dataDir: this.#dir }),
      env: { openAccess: "edit", newEpoch: () => (isRenamed ? `e${(epochs += 1)}` : "e1"), limits: { checkpointEvery: 5 } },
      hibernate: "idle",
      hibernateAfterMs: 1_000,
    });
    for (let i = 0; i < 3; i += 1) this.#clients.push(this.#open(`person ${i}`));
  }

  async perform(each: Step): Promise<void> {
    switch (each.do) {
      case "wait":
        return this.#clock.advance(each.ms);
      case "copy":
        return this.#away(() => {
          const copy = this.#newDir();
          cpSync(this.#dir, copy, { recursive: true });
          this.#copy = copy;
        });
      case "restore":
        return this.#away(() => {
          this.#dir = this.#newDir();
          if (this.#copy !== undefined) cpSync(this.#copy, this.#dir, { recursive: true });
        });
      case "crash":
        return this.#away(() => {});
      case "draw":
        return this.#clients[each.c]?.edit("add", 0, each.c);
      case "cut":
        return this.#clients[each.c]?.transport.line?.cut(false);
      case "reload": {
        const old = this.#clients[each.c];
        old?.session.stop();
        if (old !== undefined) this.#clients[each.c] = this.#open(old.name, old);
        return;
      }
      default:
        return each satisfies never;
    }
  }

  async judge(): Promise<void> {
    for (let ms = 0; ms < 60_000; ms += 1_000) await this.#clock.advance(1_000);
    expect(this.#clients.map(({ session, replica }) => [session.saveStatus.kind, replica.pending.length])).toEqual(
      this.#clients.map(() => ["saved", 0]),
    );
    expect(new Set(this.#clients.map(({ replica }) => hashBoard(replica.base))).size).toBe(1);
    const [first] = this.#clients;
    expect([...(first?.replica.view.shapes() ?? [])].map(({ id }) => id).toSorted()).toEqual(this.#usedIds.toSorted());
    // Two boards of one name and length are told apart by their hashes, where nothing sooner does: that is told to the operator.
    const unexpected = this.#server.unexpected.filter((line) => this.#isRenamed || !line.startsWith("board.differs "));
    expect(unexpected).toEqual([]);
    await this.#server.drain();
    const driver = openSqliteDriver({ dataDir: this.#dir });
    const store = driver.open(BOARD);
    const added = readLog(store.log).flatMap(({ ops }) => ops.flatMap((op) => (op.op === "add" ? [op.shape.id] : [])));
    store.close();
    driver.close();
    expect(added.toSorted()).toEqual(this.#usedIds.toSorted());
  }

  end(): void {
    for (const { session } of this.#clients) session.stop();
    this.#server.kill();
    rmSync(this.#root, { recursive: true, force: true });
  }

  async #away(change: () => void): Promise<void> {
    this.#server.crash();
    await this.#clock.advance(1);
    change();
    this.#server.start();
  }

  #newDir(): string {
    return join(this.#root, String((this.#dirs += 1)));
  }

  /** With `earlier`, the tab of somebody who has closed that one. */
  #open(name: string, earlier?: SimClient): SimClient {
    const tab = (this.#tabs += 1);
    return new SimClient({
      clock: this.#clock,
      server: this.#server,
      records: new Records(),
      name,
      tab,
      encoding: tab % 2 === 0 ? "text" : "binary",
      delayMs: () => 5,
      usedIds: this.#usedIds,
      restored: earlier?.outbox,
      base: earlier?.storeBase(),
    });
  }
}
