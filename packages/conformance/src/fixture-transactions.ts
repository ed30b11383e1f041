// Transactions of the fixture rooms: one of each kind that a case asks for, and what is stored when it has ended.
import type { RoomContext } from "@inkroom/rooms";
import { outcomeOf } from "./fixture-storage.ts";

type Storage = RoomContext["storage"];
type Work = (storage: Storage) => unknown;

const undo = (): never => {
  throw new Error("undo");
};

/** Reads a number, lets others in, stores one more. */
const countOn = (storage: Storage): Promise<void> =>
  storage.transaction(async (inner) => {
    const count = (await inner.get<number>("a")) ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 1));
    await inner.put("a", count + 1);
  });

/** A transaction inside another one: what it writes through its handle, and what it writes past it. */
const putWithin = (storage: Storage): Promise<string> =>
  storage.transaction(async (inner) => {
    await inner.put("b", 2);
    await storage.put("c", 2);
    return "inner";
  });

const failWithin = (storage: Storage): Promise<unknown> => outcomeOf(() => storage.transaction((inner) => inner.put("b", 2).then(undo)));

const KINDS: Readonly<Record<string, Work>> = {
  commit: (storage) => storage.transaction((outer) => outer.put({ a: 2, b: 2 }).then(() => "done")),
  throw: (storage) => storage.transaction((outer) => outer.put({ a: 2, b: 2 }).then(undo)),
  "plain-throw": (storage) => storage.transaction(() => storage.put("a", 2).then(undo)),
  "sync-throw": (storage) => storage.transactionSync(undo),
  rollback: (storage) =>
    storage.transaction(async (outer) => {
      await outer.put("a", 2);
      outer.rollback();
      outer.rollback();
      const after = [await outcomeOf(() => outer.put("b", 2)), await outcomeOf(() => outer.get("a"))];
      await storage.put("c", 2);
      return after;
    }),
  "handle-after": async (storage) => {
    let kept: { put(key: string, value: number): Promise<void> } | undefined;
    await storage.transaction(async (outer) => void (kept = outer));
    return kept?.put("b", 2);
  },
  sync: (storage) =>
    storage.transaction(async (outer) => {
      await outer.put("b", 2);
      return outcomeOf(() => storage.sync());
    }),
  nested: (storage) =>
    storage.transaction(async (outer) => {
      await outer.put("a", 2);
      const result = await putWithin(storage);
      await storage.put("a", 3);
      return result;
    }),
  "nested-throw": (storage) =>
    storage.transaction(async (outer) => {
      await outer.put("a", 2);
      return [await failWithin(storage), await outer.get("b"), await storage.get("a")];
    }),
  "nested-outer-throw": (storage) =>
    storage.transaction(async () => {
      await putWithin(storage);
      undo();
    }),
  "nested-rollback": (storage) =>
    storage.transaction(async (outer) => {
      await outer.put("a", 2);
      await storage.transaction((inner) => inner.put("b", 2).then(() => inner.rollback()));
      await outer.put("c", 2);
      return "done";
    }),
  "nested-outer-rollback": (storage) =>
    storage.transaction(async (outer) => {
      const refused = await storage.transaction(async (inner) => {
        await inner.put("b", 2);
        return outcomeOf(() => outer.rollback());
      });
      return refused;
    }),
  "nested-twins": (storage) =>
    storage.transaction(async () => {
      await Promise.all([countOn(storage), failWithin(storage), countOn(storage), countOn(storage)]);
      return "done";
    }),
  "nested-deep": (storage) => storage.transaction(() => storage.transaction(() => storage.transaction(() => putWithin(storage)))),
  "nested-sync": (storage) =>
    storage.transaction(async () => {
      const failed = await outcomeOf(() =>
        storage.transactionSync(() => {
          void storage.put("b", 2);
          undo();
        }),
      );
      storage.transactionSync(() => void storage.put("c", 2));
      return failed;
    }),
};

/** What the transaction gave or that it threw, and what is stored afterwards of `a`, 1 before, `b` and `c`. */
export async function runTransaction(storage: Storage, kind: string): Promise<unknown> {
  await storage.put("a", 1);
  const outcome = await outcomeOf(() => KINDS[kind]?.(storage));
  return [outcome, await outcomeOf(() => storage.list({ start: "a", end: "d" }))];
}
