import type { Op } from "@inkroom/model";
import type { Shape } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import { createReplica } from "@inkroom/sync";
import { expect, test } from "vitest";
import { keptWorkFile } from "./kept-file.ts";
import type { KeptItem } from "./kept-work.ts";
import { putOnBoard } from "./put-back.ts";

const place = { parent: "page", index: "a5", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" } as const;
const look = { color: "ink", dash: "solid", size: "m" } as const;
const rect = (id: string, props: Partial<Shape> = {}): Shape =>
  // reason: only properties that every kind has are replaced.
  ({ id, kind: "rect", ...PLAIN_RECT, ...place, w: 9, h: 9, fill: "none", ...look, ...props }) as Shape;
const stroke = (id: string): Shape => {
  const points = Uint8Array.of(0, 0, 2, 2);
  return {
    id,
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    ...place,
    color: "ink",
    size: "m",
    pressure: false,
    quantum: 1,
    scaleX: 1,
    scaleY: 1,
    points,
    count: 2,
    done: false,
  };
};
const kept = (key: string, ...shapes: Shape[]): KeptItem => ({ key, reason: "deleted", at: 0, ops: [], shapes });

function boardWith(...shapes: Shape[]) {
  const replica = createReplica({ client: "client01" });
  if (shapes.length > 0) replica.commit(shapes.map((shape): Op => ({ op: "add", shape })));
  let ids = 0;
  return { replica, newId: () => `copy${(ids += 1)}` };
}

test("copies have other ids, lie on top, and an open stroke is finished as it is", () => {
  const { replica, newId } = boardWith(rect("there", { index: "a9" }));
  putOnBoard(replica, [kept("1", rect("a"), stroke("b"))], newId);
  const copies = [...replica.view.shapes()].filter(({ id }) => id.startsWith("copy"));
  expect(copies.map(({ kind }) => kind).toSorted()).toEqual(["draw", "rect"]);
  expect(copies.every(({ index }) => index > "a9")).toBe(true);
  expect(copies.find(({ kind }) => kind === "draw")).toMatchObject({ done: true, count: 2 });
});

test("a shape that was kept several times comes back once, as it was last", () => {
  const { replica, newId } = boardWith();
  putOnBoard(replica, [kept("1", rect("a")), kept("2", rect("a", { x: 50 }))], newId);
  expect([...replica.view.shapes()]).toMatchObject([{ id: "copy1", x: 50 }]);
});

test("children follow their copied parent, and lie on the page where theirs is gone", () => {
  const { replica, newId } = boardWith();
  putOnBoard(replica, [kept("1", rect("child", { parent: "mother" }), rect("mother"), rect("orphan", { parent: "gone" }))], newId);
  const shapes = new Map([...replica.view.shapes()].map((shape) => [shape.id, shape]));
  expect([shapes.get("copy1")?.parent, shapes.get("copy3")?.parent]).toEqual(["copy2", "page"]);
});

test("more shapes than a transaction holds come in several", () => {
  const { replica, newId } = boardWith();
  putOnBoard(replica, [kept("1", ...Array.from({ length: 450 }, (_, i) => rect(`r${i}`)))], newId);
  expect([replica.view.size, replica.pending.map(({ txn }) => txn.ops.length)]).toEqual([450, [200, 200, 50]]);
});

test("the file is JSON with everything in it, bytes as base64", () => {
  const { replica } = boardWith(rect("p"));
  const { name, text } = keptWorkFile("board-1", [kept("1", stroke("b"))], replica);
  expect(name).toBe("inkroom-board-1-kept.json");
  expect(JSON.parse(text)).toMatchObject({
    board: "board-1",
    kept: [{ reason: "deleted", ops: [], shapes: [{ op: "add", shape: { id: "b", points: "AAACAg==" } }] }],
    pending: [[{ op: "add", shape: { id: "p" } }]],
  });
  expect(JSON.parse(keptWorkFile("board-1", [], undefined).text)).toEqual({ board: "board-1", kept: [], pending: [] });
});
