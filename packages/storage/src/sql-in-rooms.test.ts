// SQL as part of a room's turn: behind the output gate, in its transactions, gone with a failed commit.
import { describe, expect, it } from "vitest";
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";
import { createFaultDriver, RoomBench } from "@inkroom/rooms/testing";
import { createMemoryDriver } from "./memory/index.ts";

/** Keeps words in a table; does what messages say and answers with all words. */
class Words extends Server {
  static override options = { hibernate: true };

  override onStart(): void {
    void this.sql`CREATE TABLE IF NOT EXISTS words (word TEXT)`;
  }

  override async onMessage(connection: Connection, message: string): Promise<void> {
    const { storage } = this.ctx;
    const add = (word: string): void => void this.sql`INSERT INTO words VALUES (${word})`;
    const [verb, word = ""] = message.split(" ");
    if (verb === "add") add(word);
    if (verb === "sync") {
      const give = (): void => {
        storage.transactionSync(() => {
          add(word);
          storage.transactionSync(() => add(`${word} inside`));
          throw new Error("given up");
        });
      };
      await Promise.resolve()
        .then(give)
        .catch(() => {});
    }
    if (verb === "transaction") {
      const work = storage.transaction(async () => {
        add(word);
        await storage.put("word", word);
        throw new Error("given up");
      });
      await work.catch(() => {});
    }
    if (verb === "throw") {
      add(word);
      throw new Error("after a write");
    }
    connection.send(this.sql<{ word: string }>`SELECT word FROM words`.map((row) => row.word).join());
  }
}

const said = (texts: readonly (string | Uint8Array)[]): unknown => texts.at(-1);

describe("SQL in a room", () => {
  const benchOf = () => {
    const driver = createFaultDriver(createMemoryDriver());
    return { driver, bench: new RoomBench(Words, undefined, { driver }) };
  };

  it("is committed before anything leaves", async () => {
    const { driver, bench } = benchOf();
    const client = await bench.join();
    const before = driver.counts.commits;
    client.message("add a");
    expect(client.transport.sent).toEqual([]);
    await bench.clock.settle();
    expect([said(client.transport.sent), driver.counts.commits - before]).toEqual(["a", 1]);
  });

  it("goes with a commit that fails, as the sockets do", async () => {
    const { driver, bench } = benchOf();
    const client = await bench.join();
    client.message("add kept");
    await bench.clock.settle();
    driver.failCommits = 1;
    client.message("add lost");
    await bench.clock.settle();
    expect([client.transport.sent, client.transport.closed?.code]).toEqual([["kept"], 4500]);
    const next = await bench.join();
    next.message("list");
    await bench.clock.settle();
    expect(said(next.transport.sent)).toBe("kept");
  });

  it("goes back with transaction and transactionSync, and stays after a throw", async () => {
    const { bench } = benchOf();
    const client = await bench.join();
    for (const message of ["add a", "sync b", "transaction c", "throw d", "list"]) {
      client.message(message);
      await bench.clock.settle();
    }
    expect(client.transport.sent).toEqual(["a", "a", "a", "a,d"]);
  });

  it("is there after hibernation", async () => {
    const { bench } = benchOf();
    const client = await bench.join();
    client.message("add a");
    await bench.clock.advance(30_000);
    expect(bench.hosts.stats().rooms.hibernated).toBe(1);
    client.message("list");
    await bench.clock.settle();
    expect([said(client.transport.sent), bench.hosts.stats().woken]).toEqual(["a", 1]);
  });
});
