// However messages, arrivals, departures, replacements, failed commits and sleep fall together: what a client was told
// is stored is stored, once, in its order, and every onConnect has its onClose.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import { createMemoryDriver } from "./memory/index.ts";
import { Server } from "./server.ts";
import { createFaultDriver, RoomBench } from "./testing/index.ts";
import type { TestClient } from "./testing/index.ts";

type Env = { readonly present: Map<string, number>; unbalanced: number };

class Ledger extends Server<Env> {
  static override options = { hibernate: true };
  override onConnect(connection: Connection): void {
    if (this.env.present.has(connection.id)) this.env.unbalanced++;
    this.env.present.set(connection.id, 1);
  }
  override async onMessage(connection: Connection, message: string): Promise<void> {
    const [n = "", how] = message.split(" ");
    if (how === "slow") await this.ctx.storage.list();
    const count = (await this.ctx.storage.get<number>("count")) ?? 0;
    await this.ctx.storage.put("count", count + 1);
    this.ctx.storage.log.append({ client: connection.id, n: Number(n), body: new Uint8Array(0), ts: this.ctx.now() });
    connection.send(n);
  }
  override onClose(connection: Connection): void {
    if (!this.env.present.delete(connection.id)) this.env.unbalanced++;
  }
}

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("say" as const), who: fc.nat(3), slow: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("join" as const), who: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("leave" as const), who: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.constant({ do: "settle" as const }) },
  { weight: 2, arbitrary: fc.constant({ do: "sleep" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "fail" as const }) },
);

it.each([undefined, "always" as const])(
  "nothing that was acknowledged is lost, doubled or reordered (hibernate: %s)",
  async (hibernate) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const env: Env = { present: new Map(), unbalanced: 0 };
        const driver = createFaultDriver(createMemoryDriver());
        const bench = new RoomBench<Env>(Ledger, env, { driver, ...(hibernate ? { hibernate } : {}) });
        const all: TestClient[] = [];
        const current = new Map<number, TestClient>();
        let n = 0;
        let failures = 0;
        for (const each of steps) {
          if (each.do === "join") {
            const client = bench.connect("room", `c${each.who}`);
            all.push(client);
            current.set(each.who, client);
          } else if (each.do === "say") current.get(each.who)?.message(`${++n} ${each.slow ? "slow" : ""}`);
          else if (each.do === "leave") {
            current.get(each.who)?.closed(1006, "");
            current.delete(each.who);
          } else if (each.do === "settle") await bench.clock.settle();
          else if (each.do === "sleep") await bench.clock.advance(20_000);
          else {
            driver.failCommits++;
            failures++;
          }
        }
        await bench.clock.settle();
        driver.failCommits = 0;
        await bench.clock.advance(40_000);
        const store = driver.open({ party: "test", name: "room" });
        const logged = store.log.read(1, 1_000);
        for (const { id, transport } of all) {
          const acked = transport.sent.map(Number);
          const mine = logged.filter((entry) => entry.client === id).map((entry) => entry.n);
          expect(mine.filter((each) => acked.includes(each))).toEqual(acked);
          expect(mine).toEqual([...new Set(mine)].toSorted((a, b) => a - b));
        }
        const count = store.values.get("count");
        expect(count === undefined ? 0 : Number(String.fromCharCode(...count))).toBe(logged.length);
        if (failures === 0) {
          expect(env.unbalanced).toBe(0);
          expect(env.present.size).toBe(bench.hosts.stats().connections);
          expect(logged).toHaveLength(n);
        }
        store.close();
      }),
      { numRuns: 60 },
    );
  },
);
