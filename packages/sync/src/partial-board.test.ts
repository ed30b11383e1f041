import { type BoardChange, type Entry, hashBoard, type LiveEntry } from "@inkroom/model";
import { deriveClientId, type PageView } from "@inkroom/protocol";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createReplica } from "./replica.ts";
import { createSession } from "./session.ts";
import { ManualClock } from "./testing/manual-clock.ts";
import { add, del, logged, OTHER, paint, rect } from "./testing/ops-for-tests.ts";
import { ScriptedRoom } from "./testing/scripted-room.ts";

const PROOF = "secret";
const ME = deriveClientId(PROOF);
const living = (id: string): LiveEntry => ({ state: "live", shape: rect(id), rev: { made: `${OTHER}.1`, set: {} } });

function joining({ view, restored }: { view?: PageView; restored?: Parameters<typeof createReplica>[0]["restored"] } = {}) {
  const room = new ScriptedRoom();
  const replica = createReplica({ client: ME, restored });
  const changes: BoardChange[] = [];
  replica.subscribe((change) => changes.push(change));
  const session = createSession({
    replica,
    transport: room,
    clock: new ManualClock(),
    identity: { clientId: ME, proof: PROOF },
    profile: { name: "Ann", color: "red" },
    encoding: "binary",
    lookingAt: () => view,
  });
  session.start();
  room.accept();
  const part = (number: number, entries: readonly Entry[], parts = 3): void =>
    room.say({ t: "snap", upto: 5, part: number, parts, entries: [...entries] });
  const seen = (): readonly string[] => [...replica.view.shapes()].map(({ id }) => id).toSorted();
  return { room, replica, session, changes, part, seen };
}

test("the parts of a first board are seen as they come, in any order, and each is told once", () => {
  const { room, replica, session, changes, part, seen } = joining();
  room.welcome({ head: 6, mode: "snapshot" });
  part(2, [living("b")]);
  expect([seen(), replica.seq, replica.base.entryCount]).toEqual([["b"], 0, 0]);
  part(3, [living("c")]);
  part(1, [living("a")]);
  room.say({ t: "ops", list: [logged(6, OTHER, 2, add("d"), del("c"))] });
  expect([seen(), replica.seq, session.state.kind]).toEqual([["a", "b", "d"], 6, "live"]);
  expect(changes.map(({ origin, touched }) => [origin, [...touched]])).toEqual([
    ["part", ["b"]],
    ["part", ["c"]],
    ["part", ["a"]],
    ["part", ["d", "c"]],
  ]);
  expect(hashBoard(replica.view)).toBe(hashBoard(replica.base));
});

test("what is done to the part that is there stays on top, is sent when all is there, and can be undone before", () => {
  const { room, replica, part, seen } = joining();
  room.welcome({ head: 5, mode: "snapshot" });
  part(1, [living("a"), living("b")]);
  replica.commit([paint("a", "red")]);
  replica.commit([del("b")]);
  expect(replica.lastLife("b")?.shape.id).toBe("b");
  part(2, [living("c")]);
  expect([seen(), replica.view.get("a")]).toEqual([["a", "c"], expect.objectContaining({ color: "red" })]);
  expect(room.heard("push")).toEqual([]);
  part(3, []);
  expect(room.heard("push").map(({ n }) => n)).toEqual([1, 2]);
  expect([seen(), replica.view.get("a")]).toEqual([["a", "c"], expect.objectContaining({ color: "red" })]);
});

test("an own shape that the room has and that was deleted there is told as lost, also where that comes in a part", () => {
  const restored = { nextN: 2, txns: [{ client: ME, n: 1, ops: [add("mine")] }], held: [] };
  const { room, replica, part, seen } = joining({ restored });
  const lost: string[] = [];
  replica.onLost((edits) => lost.push(...edits.map(({ shape }) => shape.id)));
  room.welcome({ head: 5, mode: "snapshot", lastN: 1 });
  part(1, [{ state: "dead", id: "mine", tag: `${OTHER}.4` }]);
  part(2, []);
  part(3, []);
  expect([lost, seen()]).toEqual([["mine"], []]);
});

test("what was seen when the line broke stays until the next board is whole, and nothing of it longer", () => {
  const { room, replica, part, seen } = joining();
  room.welcome({ head: 5, mode: "snapshot" });
  part(1, [living("a"), living("b")]);
  room.drop();
  expect(seen()).toEqual(["a", "b"]);
  room.heard();
  room.accept();
  expect(room.heard("hello")[0]).toMatchObject({ since: 0 });
  room.welcome({ epoch: "e2", head: 5, mode: "snapshot" });
  part(1, [living("b")], 2);
  expect(seen()).toEqual(["a", "b"]);
  part(2, [living("c")], 2);
  expect([seen(), hashBoard(replica.view)]).toEqual([["b", "c"], hashBoard(replica.base)]);
});

test("a room that has nothing after all takes away what was seen of it", () => {
  const { room, session, part, seen } = joining();
  room.welcome({ head: 5, mode: "snapshot" });
  part(1, [living("a")]);
  room.drop();
  room.accept();
  room.welcome({ epoch: "e2", head: 0 });
  expect([session.state.kind, seen()]).toEqual(["live", []]);
});

test.each([0, 2])("what lies in view is there once the %i parts that the room has put first have come", (first) => {
  const { room, session, part } = joining({ view: { x: 0, y: 0, w: 9, h: 9 } });
  const seen = [session.isViewIn];
  room.welcome({ head: 5, mode: "snapshot", first });
  seen.push(session.isViewIn);
  part(2, [living("b")]);
  seen.push(session.isViewIn);
  part(1, [living("a")]);
  seen.push(session.isViewIn);
  expect(seen).toEqual([false, first === 0, first === 0, true]);
  expect(session.state.kind).toBe("catching-up");
});

test("of a room that does not say what it puts first, all has to be there", () => {
  const { room, session, part } = joining({ view: { x: 0, y: 0, w: 9, h: 9 } });
  room.welcome({ head: 5, mode: "snapshot" });
  part(1, [living("a")], 2);
  expect(session.isViewIn).toBe(false);
  part(2, [living("b")], 2);
  expect([session.isViewIn, session.state.kind]).toEqual([true, "live"]);
});

test("a hello says what the person sees, in whole units on the page", () => {
  const view = { x: 10.6, y: -1e12, w: 1_440.4, h: 0.2 };
  expect(joining({ view }).room.heard("hello")[0]?.near).toEqual([11, -1_000_000, 1_440, 1]);
  expect(joining().room.heard("hello")[0]).not.toHaveProperty("near");
});

test("whatever is done between the parts, the board at the end is what it would be without having been shown", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const op = fc.oneof(
    id.map((each) => add(each)),
    id.map((each) => paint(each, "red")),
    id.map((each) => del(each)),
  );
  const own = fc.array(op, { maxLength: 3 });
  const entry = (each: string): fc.Arbitrary<Entry> => fc.constantFrom<Entry>(living(each), { state: "dead", id: each, tag: `${OTHER}.2` });
  const board = fc.tuple(entry("a"), entry("b"), entry("c"), entry("d"));
  fc.assert(
    fc.property(
      board,
      fc.shuffledSubarray([1, 2, 3], { minLength: 3 }),
      fc.array(own, { minLength: 4, maxLength: 4 }),
      (all, order, edits) => {
        const shown = joining();
        shown.room.welcome({ head: 5, mode: "snapshot" });
        const plain = joining();
        const edit = (step: number): void => {
          for (const each of edits[step] ?? []) for (const { replica } of [shown, plain]) replica.commit([each]);
        };
        edit(0);
        const parts = [all.slice(0, 2), all.slice(2, 3), all.slice(3)];
        order.forEach((number, step) => {
          shown.part(number, parts[number - 1] ?? []);
          edit(step + 1);
        });
        plain.room.welcome({ head: 5, mode: "snapshot" });
        plain.part(1, all, 1);
        expect(hashBoard(shown.replica.view)).toBe(hashBoard(plain.replica.view));
        expect(hashBoard(shown.replica.base)).toBe(hashBoard(plain.replica.base));
      },
    ),
    { numRuns: 200 },
  );
});
