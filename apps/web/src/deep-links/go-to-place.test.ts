import { createEditor } from "@inkroom/editor";
import type { Op } from "@inkroom/model";
import { readPlace } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { createReplica } from "@inkroom/sync";
import { expect, test } from "vitest";
import { createWritable } from "../ui/readable.ts";
import type { Toast } from "../services.ts";
import { openPlace } from "./open-place.ts";

const rect = (id: string, x: number, y: number, more = {}): Op => ({
  op: "add",
  shape: fixture("rect", { id, x, y, w: 100, h: 100, ...more }),
});

/** A board that is coming in, on a screen of 800 x 600. */
function arriving({ hasScreen = true } = {}) {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  const showScreen = (): void => editor.setViewport({ w: 800, h: 600 });
  if (hasScreen) showScreen();
  const listeners = new Set<() => void>();
  let kind = "catching-up";
  const session = {
    get state() {
      return { kind } as never; // reason: only the kind is looked at
    },
    subscribe: (listener: () => void) => (listeners.add(listener), () => void listeners.delete(listener)),
  };
  const goLive = (): void => {
    kind = "live";
    for (const listener of [...listeners]) listener();
  };
  const toast = createWritable<Toast | undefined>(undefined);
  let done = 0;
  const go = (place: string) => openPlace(place, { editor, store: replica, session }, toast, () => void (done += 1));
  const middle = (): readonly number[] => {
    const { camera, viewport } = editor.state;
    return [camera.x + viewport.w / 2 / camera.zoom, camera.y + viewport.h / 2 / camera.zoom, camera.zoom].map(Math.round);
  };
  return { replica, editor, go, goLive, showScreen, middle, selected: () => [...editor.state.selection], toast, done: () => done };
}

test("a shape that is there is selected and shown in the middle, at its own size; done once all of the board is here", () => {
  const { replica, go, goLive, middle, selected, done, editor } = arriving();
  replica.commit([rect("a", 5_000, 3_000)]);
  editor.setTool("draw");
  go("shape=a");
  expect([middle(), selected(), editor.state.tool, done()]).toEqual([[5_050, 3_050, 1], ["a"], "select", 0]);
  goLive();
  expect(done()).toBe(1);
  replica.commit([{ op: "set", id: "a", props: { x: 0, y: 0, rotation: 0 } }]);
  expect([middle(), done()]).toEqual([[5_050, 3_050, 1], 1]);
});

test("a shape that comes later is shown when it comes, and followed where it has been moved meanwhile, unless the view was moved", () => {
  const { replica, go, goLive, middle, selected, editor } = arriving();
  go("shape=a");
  replica.commit([rect("b", 0, 0)]);
  expect(selected()).toEqual([]);
  replica.commit([rect("a", 5_000, 3_000)]);
  expect([middle(), selected()]).toEqual([[5_050, 3_050, 1], ["a"]]);
  replica.commit([{ op: "set", id: "a", props: { x: 9_000, y: 0, rotation: 0 } }]);
  expect(middle()).toEqual([9_050, 50, 1]);
  editor.setCamera({ x: 0, y: 0, zoom: 1 });
  replica.commit([{ op: "set", id: "a", props: { x: 2_000, y: 0, rotation: 0 } }]);
  goLive();
  expect(middle()).toEqual([400, 300, 1]);
});

test("of several shapes those that are left are shown together; a large one is shown whole", () => {
  const { replica, go, goLive, middle, selected } = arriving();
  replica.commit([rect("a", 0, 0), rect("c", 300, 0), rect("big", 0, 10_000, { w: 7_040, h: 100 })]);
  goLive();
  go("shape=a,b,c");
  expect([middle(), selected()]).toEqual([
    [200, 50, 1],
    ["a", "c"],
  ]);
  go("shape%3Dbig");
  expect(middle().slice(0, 2)).toEqual([3_520, 10_050]);
});

test("a group stands for what is in it", () => {
  const { replica, go, goLive, selected } = arriving();
  replica.commit([
    { op: "add", shape: fixture("group", { id: "g" }) },
    rect("a", 0, 0, { parent: "g" }),
    rect("b", 50, 0, { parent: "g" }),
  ]);
  goLive();
  go("shape=g");
  expect(selected().toSorted()).toEqual(["a", "b"]);
});

test("a shape that is on the board no more is told, once, and not before all of the board is here", () => {
  const { replica, go, goLive, toast, done, middle } = arriving();
  go("shape=gone");
  replica.commit([rect("a", 5_000, 3_000)]);
  expect([toast.get(), done()]).toEqual([undefined, 0]);
  goLive();
  expect([toast.get()?.title, done()]).toEqual(["The shape of this link is not on the board any more", 1]);
  expect(middle()).toEqual([400, 300, 1]);
});

test("a part of the page is shown whole as soon as there is a screen, whatever is on it", () => {
  const { go, middle, showScreen, done, editor } = arriving({ hasScreen: false });
  go("view=1000,2000,400,100");
  expect(done()).toBe(0);
  showScreen();
  expect([middle(), done()]).toEqual([[1_200, 2_050, 2], 1]);
  editor.setCamera({ x: 0, y: 0, zoom: 1 });
  expect(editor.state.camera.x).toBe(0);
});

test("what says no place does nothing, and what was given up is not shown", () => {
  const { replica, go, goLive, done, selected, toast } = arriving();
  go("nonsense=1");
  expect([done(), toast.get()]).toEqual([1, undefined]);
  go("shape=a")();
  replica.commit([rect("a", 5_000, 3_000)]);
  goLive();
  expect([done(), selected()]).toEqual([1, []]);
  expect(readPlace("%E0%A4%A")).toBeUndefined();
});
