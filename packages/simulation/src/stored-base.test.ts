// A tab that opens with the board its browser has stored asks the room for what it missed, and for nothing else.
import { hashBoard } from "@inkroom/model";
import { decodeServer } from "@inkroom/protocol";
import { createMemoryDriver } from "@inkroom/storage/memory";
import type { Frame, StoredBase } from "@inkroom/sync";
import { expect, test } from "vitest";
import { Records } from "./records.ts";
import { SimClient, type SimClientOptions } from "./sim-client.ts";
import { SimServer } from "./sim-server.ts";
import { WorldClock } from "./world-clock.ts";

/** Counts what a client hears. */
class CountedRecords extends Records {
  bytes = 0;
  readonly types = new Map<string, number>();

  override heard(client: string, frame: Frame): void {
    super.heard(client, frame);
    this.bytes += frame.length;
    const decoded = decodeServer(frame);
    const type = decoded.ok ? decoded.message.t : "unreadable";
    this.types.set(type, (this.types.get(type) ?? 0) + 1);
  }
}

function fixture() {
  const clock = new WorldClock();
  const driver = createMemoryDriver();
  const env = {
    openAccess: "edit",
    newEpoch: () => "e1",
    limits: { pushes: { perSecond: 1e6, burst: 1e6 }, frames: { perSecond: 1e6, burst: 1e6 } },
  } as const;
  const server = new SimServer({ clock, openDriver: () => driver, env, hibernate: "idle", hibernateAfterMs: 1_000 });
  let tabs = 0;
  const open = (name: string, earlier: Pick<SimClientOptions, "base" | "restored"> = {}): { client: SimClient; heard: CountedRecords } => {
    const heard = new CountedRecords();
    const tab = (tabs += 1);
    const options = { clock, server, records: heard, name, tab, encoding: "binary", delayMs: () => 5, usedIds: [] } as const;
    return { client: new SimClient({ ...options, ...earlier, usedIds: [] }), heard };
  };
  return { clock, open };
}

test("who missed ten of two thousand edits gets these ten, in one hundredth of the bytes of the board", async () => {
  const { clock, open } = fixture();
  const ann = open("ann").client;
  const bea = open("bea").client;
  await clock.advance(500);
  for (let i = 0; i < 2_000; i += 1) {
    ann.edit("add", 0, i);
    if (i % 50 === 0) await clock.advance(50);
  }
  await clock.advance(2_000);
  const base: StoredBase | undefined = bea.storeBase();
  expect(base?.seq).toBe(2_000);
  bea.session.stop();
  for (let i = 0; i < 10; i += 1) ann.edit("add", 0, 3_000 + i);
  await clock.advance(2_000);
  const returned = open("bea", { base, restored: bea.outbox });
  expect(returned.client.replica.view.size).toBe(2_000);
  const stranger = open("carl");
  await clock.advance(2_000);
  expect(returned.client.session.state.kind).toBe("live");
  expect(hashBoard(returned.client.replica.base)).toBe(hashBoard(ann.replica.base));
  expect(returned.heard.types.has("snap")).toBe(false);
  expect(returned.heard.types.get("ops")).toBe(1);
  expect(stranger.heard.types.get("snap")).toBeGreaterThan(0);
  expect(returned.heard.bytes * 100).toBeLessThan(stranger.heard.bytes);
  for (const { session } of [ann, returned.client, stranger.client]) session.stop();
});
