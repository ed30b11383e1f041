import { encodePoints, type Shape } from "@inkroom/shapes";
import { describe, expect, it } from "vitest";
import { applicable, invertTxn, mergeRestorations, restorationOps } from "./invert.ts";
import { renumber } from "./renumber.ts";
import { openStrokeShape } from "./testing/arbitraries.ts";
import { ANN, BOB, boardOf, rect } from "./testing/fixtures.ts";
import { TestRoom, UndoClient } from "./testing/undo-client.ts";

const add = (id: string, changes = {}) => ({ op: "add", shape: rect(id, changes) }) as const;
const del = (...ids: string[]) => ({ op: "del", ids }) as const;
const paint = (id: string, color: string) => ({ op: "set", id, props: { color } }) as const;
const move = (id: string, x: number) => ({ op: "set", id, props: { x, y: 0, rotation: 0 } }) as const;

function colorOf(shape: Shape | undefined): unknown {
  return shape === undefined || !("color" in shape) ? undefined : shape.color;
}

function pair() {
  const room = new TestRoom();
  const ann = new UndoClient(room, ANN);
  const bob = new UndoClient(room, BOB);
  const sync = () => {
    for (const client of [ann, bob]) while (client.send()) continue;
    for (const client of [ann, bob]) client.receive();
  };
  const color = (id: string) => colorOf(room.board.get(id));
  return { room, ann, bob, sync, color };
}

describe("undo of what I did", () => {
  it("an added shape goes, and comes back whole on redo", () => {
    const { ann, room, sync } = pair();
    ann.edit([add("a", { x: 7 })]);
    ann.undo();
    sync();
    expect(room.board.size).toBe(0);
    ann.redo();
    sync();
    expect(room.board.get("a")).toEqual(rect("a", { x: 7 }));
  });
  it("a deleted shape comes back with what it was, and earlier steps still undo", () => {
    const { ann, sync, color, room } = pair();
    ann.edit([add("a")]);
    ann.edit([paint("a", "red")]);
    ann.edit([del("a")]);
    sync();
    ann.undo();
    expect(colorOf(ann.view.get("a"))).toBe("red");
    ann.undo();
    sync();
    expect(color("a")).toBe("ink");
    ann.undo();
    sync();
    expect(room.board.size).toBe(0);
    for (let i = 0; i < 3; i += 1) expect(ann.redo()).toBe(true);
    sync();
    expect(room.board.record("a")?.state).toBe("dead");
  });
  it("a chain of writes undoes and redoes one by one, sent or not", () => {
    const { ann, sync, color } = pair();
    ann.edit([add("a")]);
    for (const name of ["red", "blue", "teal"]) ann.edit([paint("a", name)]);
    const seen: unknown[] = [];
    for (let i = 0; i < 3; i += 1) {
      ann.undo();
      if (i === 1) sync();
      seen.push(colorOf(ann.view.get("a")));
    }
    for (let i = 0; i < 3; i += 1) {
      ann.redo();
      sync();
      seen.push(color("a"));
    }
    expect(seen).toEqual(["blue", "red", "ink", "red", "blue", "teal"]);
  });
  it("a drag of many commits is one step", () => {
    const { ann, room, sync } = pair();
    ann.edit([add("a")]);
    ann.edit([move("a", 1)], [move("a", 2)], [move("a", 3)]);
    sync();
    ann.undo();
    sync();
    expect(room.board.get("a")?.x).toBe(0);
    ann.redo();
    expect(ann.view.get("a")?.x).toBe(3);
  });
  it("a stroke is taken back whole", () => {
    const { ann, room, sync } = pair();
    const bytes = encodePoints([{ x: 1, y: 1 }], { quantum: 1, pressure: false });
    const pts = (off: number, done?: true) => ({ op: "pts", id: "s", off, count: 1, bytes, ...(done ? { done } : {}) }) as const;
    ann.edit([{ op: "add", shape: openStrokeShape("s") }, pts(0)], [pts(1)], [pts(2, true)]);
    sync();
    ann.undo();
    sync();
    expect(room.board.size).toBe(0);
    ann.redo();
    sync();
    expect(room.board.get("s")).toMatchObject({ count: 3, done: true });
  });
  it("a new place in the stack is undone under its guard", () => {
    const { ann, bob, room, sync } = pair();
    ann.edit([add("a"), add("b")]);
    sync();
    ann.edit([{ op: "mv", id: "a", parent: "page", index: "a5" }]);
    ann.edit([{ op: "mv", id: "b", parent: "page", index: "a6" }]);
    sync();
    bob.edit([{ op: "mv", id: "b", parent: "page", index: "a7" }]);
    sync();
    expect([ann.undo(), ann.undo()]).toEqual([false, true]);
    sync();
    expect([room.board.get("a")?.index, room.board.get("b")?.index]).toEqual(["a0", "a7"]);
  });
});

describe("undo beside others", () => {
  it("never changes a property that another wrote later, and still gives back the rest", () => {
    const { ann, bob, room, sync } = pair();
    ann.edit([add("a"), add("b")]);
    sync();
    ann.edit([paint("a", "red"), paint("b", "red")]);
    sync();
    bob.edit([paint("a", "blue")]);
    sync();
    expect(ann.undo()).toBe(true);
    sync();
    expect([colorOf(room.board.get("a")), colorOf(room.board.get("b"))]).toEqual(["blue", "ink"]);
  });
  it("holds when the other's write is still on its way", () => {
    const { ann, bob, sync, color } = pair();
    ann.edit([add("a")]);
    ann.edit([paint("a", "red")]);
    sync();
    bob.edit([paint("a", "blue")]);
    bob.send();
    ann.undo();
    sync();
    expect(color("a")).toBe("blue");
    expect(ann.redo()).toBe(false);
  });
  it("keeps a shape that someone else has edited", () => {
    const { ann, bob, sync, color } = pair();
    ann.edit([add("a")]);
    sync();
    bob.edit([paint("a", "blue")]);
    sync();
    expect(ann.undo()).toBe(false);
    expect(color("a")).toBe("blue");
  });
  it("keeps a shape that someone edits while its undo is on the way", () => {
    const { ann, bob, sync, color } = pair();
    ann.edit([add("a")]);
    sync();
    bob.edit([paint("a", "blue")]);
    bob.send();
    ann.undo();
    sync();
    expect([color("a"), colorOf(ann.view.get("a"))]).toEqual(["blue", "blue"]);
  });
  it("a write undoes to the foreign value it covered", () => {
    const { ann, bob, sync, color } = pair();
    ann.edit([add("a")]);
    ann.edit([paint("a", "red")]);
    sync();
    bob.edit([paint("a", "blue")]);
    sync();
    ann.edit([paint("a", "teal")]);
    expect(ann.undo()).toBe(true);
    sync();
    expect(color("a")).toBe("blue");
    expect(ann.undo()).toBe(false);
  });
});

describe("undo of a deletion", () => {
  it("brings back what another has written before the deletion reached the room", () => {
    const { ann, bob, room, sync } = pair();
    ann.edit([add("a")]);
    sync();
    bob.edit([paint("a", "blue")]);
    bob.send();
    ann.edit([move("a", 9)], [del("a")]);
    sync();
    expect(room.board.size).toBe(0);
    expect(ann.undo()).toBe(true);
    sync();
    // The step was a move and the deletion: both are undone, the other's colour stays.
    expect(room.board.get("a")).toMatchObject({ color: "blue", x: 0 });
    expect(ann.undo()).toBe(false);
    sync();
    expect(colorOf(room.board.get("a"))).toBe("blue");
  });
  it("brings back what another has written after it, not knowing", () => {
    const { ann, bob, sync, color } = pair();
    ann.edit([add("a")]);
    sync();
    ann.edit([del("a")]);
    ann.send();
    bob.edit([paint("a", "blue")]);
    sync();
    ann.undo();
    sync();
    expect(color("a")).toBe("blue");
  });
  it("does not make the other's colour one's own to undo", () => {
    const { ann, bob, sync, color } = pair();
    ann.edit([add("a")]);
    ann.edit([paint("a", "red")]);
    sync();
    bob.edit([paint("a", "blue")]);
    bob.send();
    ann.edit([del("a")]);
    sync();
    ann.undo();
    expect(colorOf(ann.view.get("a"))).toBe("blue");
    expect([ann.undo(), ann.undo()]).toEqual([false, false]);
    sync();
    expect(color("a")).toBe("blue");
  });
  it("leaves deleted what another has deleted, before or after", () => {
    const { ann, bob, room, sync } = pair();
    ann.edit([add("a"), add("b")]);
    sync();
    bob.edit([del("a")]);
    bob.send();
    ann.edit([del("a")]);
    sync();
    expect(ann.undo()).toBe(false);
    ann.edit([del("b")]);
    ann.send();
    bob.edit([del("b")]);
    bob.send();
    bob.undo();
    ann.undo();
    sync();
    expect([...room.board.shapes()].map(({ id }) => id)).toEqual(["b"]);
  });
});

describe("one step", () => {
  const board = boardOf([ANN, add("a")]);

  it("counts the first value where a property is written twice", () => {
    const step = invertTxn(board, [paint("a", "red"), paint("a", "blue")], `${ANN}.2`);
    expect(step).toEqual([{ kind: "prop", id: "a", prop: "color", value: "ink", guard: `${ANN}.2`, preTag: `${ANN}.1` }]);
  });
  it("follows its transactions to other numbers", () => {
    const tags = new Map([[`${ANN}.2`, `${ANN}.1`]]);
    const ops = [paint("a", "red"), { op: "mv", id: "a", parent: "page", index: "a9" } as const, add("n")];
    expect(renumber(invertTxn(boardOf([BOB, add("a")]), ops, `${ANN}.2`), tags)).toMatchObject([
      { kind: "prop", guard: `${ANN}.1`, preTag: `${BOB}.1` },
      { kind: "place", guard: `${ANN}.1`, preTag: `${BOB}.1` },
      { kind: "remove", tag: `${ANN}.1` },
    ]);
    const own = boardOf([BOB, add("b")], [ANN, add("a")]);
    expect(renumber(invertTxn(own, [del("a")], `${ANN}.2`), tags)).toMatchObject([{ tag: `${ANN}.1`, rev: { made: `${ANN}.1` } }]);
  });
  it("of edits and a deletion brings the shape back as it was before the edits", () => {
    const step = invertTxn(board, [paint("a", "red"), { op: "mv", id: "a", parent: "page", index: "a9" }, del("a")], `${ANN}.2`);
    expect(step).toMatchObject([{ kind: "revive", shape: rect("a"), rev: { made: `${ANN}.1`, set: { color: `${ANN}.1` } } }]);
  });
  it("of an addition and edits is the removal alone", () => {
    expect(invertTxn(board, [add("n"), paint("n", "red")], `${ANN}.2`)).toEqual([{ kind: "remove", id: "n", tag: `${ANN}.2` }]);
  });
  it("of an addition and its deletion gives nothing back", () => {
    const gone = boardOf([ANN, add("n"), del("n")]);
    expect(applicable(gone, invertTxn(boardOf(), [add("n"), del("n")], `${ANN}.1`))).toEqual([]);
  });
  it("is empty where the ops have no effect", () => {
    expect(invertTxn(board, [add("a"), paint("gone", "red"), { op: "restore", shape: rect("a") }], `${ANN}.2`)).toEqual([]);
  });
  it("keeps only my last write where a foreign one came between", () => {
    const write = (value: string, n: number, preTag: string) =>
      ({ kind: "prop", id: "a", prop: "color", value, guard: `${ANN}.${n}`, preTag }) as const;
    const first = write("ink", 1, `${ANN}.0`);
    expect(mergeRestorations([first], [write("red", 2, `${ANN}.1`)])).toEqual([{ ...first, guard: `${ANN}.2` }]);
    expect(mergeRestorations([first], [write("blue", 2, `${BOB}.9`)])).toEqual([write("blue", 2, `${BOB}.9`)]);
  });
  it("gives many shapes back in dels of at most 500 ids", () => {
    const adds = Array.from({ length: 501 }, (_, i) => add(`s${i}`));
    const ops = restorationOps(applicable(boardOf([ANN, ...adds]), invertTxn(boardOf(), adds, `${ANN}.1`)));
    expect(ops.map((op) => (op.op === "del" ? op.ids.length : op.op))).toEqual([500, 1]);
  });
});

describe("undo of what has to do with groups", () => {
  const group = (id: string) => ({ op: "add", shape: { ...inGroup, id } }) as const;
  const into = (id: string, parent: string) => ({ op: "mv", id, parent, index: "a0" }) as const;

  it("a group that was taken apart comes back before its shapes go into it", () => {
    const { ann, room } = pair();
    ann.edit([add("a"), add("b")]);
    ann.edit([group("g"), into("a", "g"), into("b", "g")]);
    ann.edit([into("a", "page"), into("b", "page"), del("g")]);
    ann.undo();
    while (ann.send()) continue;
    expect(["a", "b"].map((id) => room.board.get(id)?.parent)).toEqual(["g", "g"]);
    ann.undo();
    while (ann.send()) continue;
    expect([room.board.get("g"), room.board.get("a")?.parent]).toEqual([undefined, "page"]);
    ann.redo();
    while (ann.send()) continue;
    expect(["a", "b"].map((id) => room.board.get(id)?.parent)).toEqual(["g", "g"]);
  });
});

const inGroup = { kind: "group", parent: "page", index: "a0", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" } as const;
