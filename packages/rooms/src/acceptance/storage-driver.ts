// The acceptance suite of the storage port.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RoomKey, RoomStore, StorageDriver } from "../ports.ts";
import { acceptByteTable } from "./byte-table.ts";
import { acceptRoomLog } from "./room-log.ts";

export type DriverBench = {
  /** The driver of the process that runs now. */
  readonly driver: StorageDriver;
  /** Ends that process without any warning, as kill -9 would, and starts the next one on the same data. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
};

const ROOM: RoomKey = { party: "board", name: "a%20b" };
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

export function acceptStorageDriver(name: string, createBench: () => Promise<DriverBench>): void {
  describe(`${name} as a storage driver`, () => {
    let bench: DriverBench;
    beforeEach(async () => {
      bench = await createBench();
    });
    afterEach(() => bench.dispose());

    const inRoom = <T>(work: (store: RoomStore) => T, key: RoomKey = ROOM): T => {
      const store = bench.driver.open(key);
      try {
        return work(store);
      } finally {
        store.close();
      }
    };

    acceptByteTable("values", (work) => inRoom((store) => work(store.values)));
    acceptByteTable("bytes", (work) => inRoom((store) => work(store.bytes)));
    acceptRoomLog((work) => inRoom((store) => work(store.log)));

    it("keeps what was committed through a restart", async () => {
      inRoom((store) => {
        store.values.put("k", bytes(1, 2));
        store.bytes.put("k", bytes(3));
        store.log.append({ client: "c", n: 1, body: bytes(4), ts: 5 });
        store.log.refuse("c", 2, "bad_value");
        store.commit();
      });
      await bench.restart();
      inRoom((store) => {
        expect(store.values.get("k")).toEqual(bytes(1, 2));
        expect(store.bytes.get("k")).toEqual(bytes(3));
        expect(store.log.read(1, 10)).toEqual([{ seq: 1, client: "c", n: 1, body: bytes(4), ts: 5 }]);
        expect([store.log.lastOf("c"), store.log.refusal("c", 2)]).toEqual([2, "bad_value"]);
      });
    });

    it("loses what was not committed when the process dies", async () => {
      const store = bench.driver.open(ROOM);
      store.values.put("kept", bytes(1));
      store.commit();
      store.values.put("lost", bytes(2));
      store.log.append({ client: "c", n: 1, body: bytes(1), ts: 1 });
      await bench.restart();
      inRoom((reopened) => {
        expect(reopened.values.list({ reverse: false }).map(([key]) => key)).toEqual(["kept"]);
        expect([reopened.log.head(), reopened.log.lastOf("c")]).toEqual([0, 0]);
      });
    });

    it("forgets uncommitted writes on rollback and on close", () => {
      inRoom((store) => {
        store.values.put("k", bytes(1));
        store.commit();
        store.values.put("k", bytes(2));
        store.values.delete("k");
        store.log.append({ client: "c", n: 7, body: bytes(1), ts: 1 });
        store.alarm.set({ atMs: 9, attempt: 0 });
        store.rollback();
        expect([store.values.get("k"), store.log.lastOf("c"), store.alarm.get()]).toEqual([bytes(1), 0, undefined]);
        store.bytes.put("k", bytes(3));
      });
      inRoom((store) => expect(store.bytes.get("k")).toBeUndefined());
    });

    it("goes back to a savepoint without forgetting what came before it", () => {
      const everything = (store: RoomStore): unknown => [
        store.values.list({ reverse: false }).map(([key]) => key),
        store.log.head(),
        store.alarm.get()?.atMs,
      ];
      const write = (store: RoomStore, n: number): void => {
        store.values.put(`k${n}`, bytes(n));
        store.log.append({ client: "c", n, body: bytes(n), ts: n });
        store.alarm.set({ atMs: n, attempt: 0 });
      };
      inRoom((store) => {
        const whole = store.savepoint(); // with no transaction open
        write(store, 1);
        whole.rollback();
        expect(everything(store)).toEqual([[], 0, undefined]);
        write(store, 1);
        const outer = store.savepoint();
        write(store, 2);
        const inner = store.savepoint();
        write(store, 3);
        inner.rollback();
        expect(everything(store)).toEqual([["k1", "k2"], 2, 2]);
        const kept = store.savepoint();
        write(store, 3);
        kept.release();
        expect(everything(store)).toEqual([["k1", "k2", "k3"], 3, 3]);
        outer.rollback();
        store.commit();
      });
      inRoom((store) => expect(everything(store)).toEqual([["k1"], 1, 1]));
    });

    it("can be committed again and again, also without writes", () => {
      inRoom((store) => {
        store.commit();
        for (let n = 1; n <= 3; n++) {
          store.log.append({ client: "c", n, body: bytes(n), ts: n });
          store.commit();
          store.commit();
        }
        expect(store.log.head()).toBe(3);
      });
    });

    it("keeps rooms apart, however alike their names are", () => {
      const keys: RoomKey[] = [
        ROOM,
        { party: "board", name: "a b" },
        { party: "board", name: "A%20B" },
        { party: "game", name: ROOM.name },
      ];
      for (const name of ["..", "CON", "x".repeat(512), "é", "e\u0301", "__proto__"]) keys.push({ party: "board", name });
      keys.forEach((key, i) =>
        inRoom((store) => {
          store.values.put("k", bytes(i));
          store.commit();
        }, key),
      );
      keys.forEach((key, i) => expect(inRoom((store) => store.values.get("k"), key)).toEqual(bytes(i)));
      expect(bench.driver.count()).toBe(keys.length);
    });

    it("counts only rooms that have stored something", () => {
      inRoom((store) => expect(store.values.get("k")).toBeUndefined());
      inRoom((store) => expect(store.log.head()).toBe(0));
      expect(bench.driver.count()).toBe(0);
    });

    it("refuses to open a room twice, until it is closed", () => {
      const store = bench.driver.open(ROOM);
      expect(() => bench.driver.open(ROOM)).toThrow(expect.objectContaining({ code: "locked" }));
      store.close();
      store.close();
      bench.driver.open(ROOM).close();
    });

    it("lists alarms after a restart, as they were last committed", async () => {
      const setAlarm = (store: RoomStore, atMs: number | undefined): void => {
        store.alarm.set(atMs === undefined ? undefined : { atMs, attempt: 1 });
        store.commit();
      };
      inRoom((store) => setAlarm(store, 500));
      inRoom((store) => setAlarm(store, 900));
      inRoom((store) => setAlarm(store, 700), { party: "board", name: "gone" });
      inRoom((store) => setAlarm(store, undefined), { party: "board", name: "gone" });
      inRoom((store) => store.alarm.set({ atMs: 1, attempt: 0 }), { party: "board", name: "never committed" });
      await bench.restart();
      expect([...bench.driver.alarms()]).toEqual([{ key: ROOM, atMs: 900 }]);
      inRoom((store) => expect(store.alarm.get()).toEqual({ atMs: 900, attempt: 1 }));
    });

    it("holds many rooms open at a time", () => {
      const stores = Array.from({ length: 40 }, (_, i) => bench.driver.open({ party: "many", name: `room-${i}` }));
      for (let round = 1; round <= 3; round++) {
        stores.forEach((store, i) => {
          store.log.append({ client: "c", n: round, body: bytes(i), ts: 1 });
          store.commit();
        });
      }
      stores.forEach((store, i) => expect(store.log.read(1, 9).map(({ body }) => body[0])).toEqual([i, i, i]));
      for (const store of stores) store.close();
    });
  });
}
