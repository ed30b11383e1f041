import { makerOf, type Op } from "@inkroom/model";
import { expect, test } from "vitest";
import { add, del, move, rect, stroke } from "./testing/shapes-for-tests.ts";
import { clientIdOf, only, TestRoom } from "./testing/test-room.ts";

const BASE = { parent: "page", index: "a0", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" } as const;
const FRAME = { w: 100, h: 100, name: "" } as const;
const LINE = stroke("s", [{ x: 0, y: 0 }]);
const OPEN_STROKE: Op = { op: "add", shape: LINE.kind === "draw" ? { ...LINE, done: false } : LINE };

/** Ann may edit, Kim may add. `push` gives the code of the refusal, or "ack". */
function room() {
  const host = new TestRoom();
  const [ann, kim] = [host.join("ann"), host.join("kim", { role: "add" })];
  const numbers = new Map<unknown, number>();
  const push = (who: typeof ann, ...ops: Op[]): string => {
    const n = (numbers.get(who) ?? 0) + 1;
    numbers.set(who, n);
    who.take();
    host.push(who, n, ops);
    const answer = who.take().find((message) => (message.t === "ack" || message.t === "nack") && message.n === n);
    return answer?.t === "nack" ? answer.code : (answer?.t ?? "no answer");
  };
  return { host, ann, kim, push };
}

test("who may add draws, and changes, moves and deletes their own", () => {
  const { host, kim, push } = room();
  expect(push(kim, add("k"), OPEN_STROKE)).toBe("ack");
  expect(push(kim, move("k", 5), { op: "mv", id: "k", parent: "page", index: "a5" })).toBe("ack");
  expect(push(kim, { op: "pts", id: "s", off: 1, count: 0, bytes: new Uint8Array(), done: true })).toBe("ack");
  expect(push(kim, del("k", "s"))).toBe("ack");
  expect(push(kim, { op: "restore", shape: rect("k") })).toBe("ack");
  expect([...host.room.board.shapes()].map(({ id }) => id)).toEqual(["k"]);
});

test.each<readonly [string, readonly Op[]]>([
  ["set", [move("a", 5)]],
  ["del", [del("a")]],
  ["del of one among own ones", [del("k", "a")]],
  ["mv", [{ op: "mv", id: "a", parent: "page", index: "a5" }]],
  ["mv of an own one into another's group", [{ op: "mv", id: "k", parent: "g", index: "a5" }]],
  ["txt", [{ op: "txt", id: "a", w: 1, h: 1, ins: { at: 99 * 32_768, text: "x" } }]],
  ["pts", [{ op: "pts", id: "s", off: 1, count: 0, bytes: new Uint8Array(), done: true }]],
  ["restore of what another has deleted", [{ op: "restore", shape: rect("gone") }]],
  ["the paper", [{ op: "add", shape: { ...BASE, id: "paper", kind: "paper", pattern: "dots" } }]],
  ["a frame", [{ op: "add", shape: { ...BASE, id: "f", kind: "frame", ...FRAME } }]],
  ["an own op and a forbidden one behind it", [add("new"), move("a", 5)]],
])("what others have made stays as it is, whole pushes at a time: %s", (_, ops) => {
  const { host, ann, kim, push } = room();
  push(ann, add("a"), OPEN_STROKE, add("gone"), del("gone"));
  expect(push(ann, { op: "add", shape: { ...BASE, id: "g", kind: "group" } })).toBe("ack");
  push(kim, add("k"));
  const before = JSON.stringify([...host.room.board.entries()]);
  const head = host.log.rows.length;
  expect(push(kim, ...ops)).toBe("forbidden");
  expect([JSON.stringify([...host.room.board.entries()]), host.log.rows.length]).toEqual([before, head]);
  // The number is used up and the next push goes on.
  expect(push(kim, move("k", 9))).toBe("ack");
});

test("what somebody else has deleted stays so, and who had made it stays its maker when it comes back", () => {
  const { host, ann, kim, push } = room();
  push(kim, add("k"));
  push(ann, del("k"));
  expect(push(kim, { op: "restore", shape: rect("k") })).toBe("forbidden");
  push(ann, { op: "restore", shape: rect("k") });
  const entry = host.room.board.record("k");
  expect(entry && makerOf(entry)).toBe(clientIdOf("kim"));
  expect(push(kim, move("k", 5))).toBe("ack");
  host.hibernate();
  const kept = host.room.board.record("k");
  expect(kept && makerOf(kept)).toBe(clientIdOf("kim"));
});

test("the maker of a shape cannot be forged: not by its fields, not by proofs of others", () => {
  const { host, ann, push } = room();
  push(ann, add("a"));
  const forged = host.connect("mal", "add");
  host.raw(forged, JSON.stringify({ t: "hello", v: 1, clientId: clientIdOf("ann"), proof: "guessed", since: 0 }));
  expect(forged.closedWith).toBe(4403);
  const mal = host.join("mal2", { role: "add", also: ["ann's, but guessed"] });
  host.push(mal, 1, [move("a", 7)]);
  expect(only(mal.take(), "nack")).toMatchObject([{ n: 1, code: "forbidden" }]);
  host.raw(mal, JSON.stringify({ t: "push", n: 2, ops: [{ ...add("m"), by: clientIdOf("ann") }] }));
  expect(only(mal.take(), "nack")).toMatchObject([{ n: 2, code: "bad_value" }]);
});

test("who proves to have been somebody before goes on with what they made, after the room has slept too", () => {
  const { host, kim, push } = room();
  push(kim, add("k"));
  const again = host.join("kim's other tab", { role: "add", also: ["kim"] });
  host.push(again, 1, [move("k", 5)]);
  expect(only(again.take(), "ack")).toHaveLength(1);
  host.hibernate();
  const woken = host.connections.find(({ id }) => id === "kim's other tab");
  if (woken === undefined) throw new Error("gone");
  host.push(woken, 2, [move("k", 6)]);
  expect(only(woken.take(), "ack")).toHaveLength(1);
});

test("who may add leads nobody", () => {
  const { host, ann, kim } = room();
  host.advance(50);
  ann.take();
  host.send(kim, { t: "me", lead: [0, 0, 10, 10] });
  host.advance(50);
  expect(only(ann.take(), "peers").flatMap(({ list }) => list.map(([, state]) => state?.lead))).toEqual([[]]);
});
