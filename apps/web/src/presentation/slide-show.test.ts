import { createEditor, type Editor } from "@inkroom/editor";
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import { createReplica } from "@inkroom/sync";
import { expect, test } from "vitest";
import { createSlideShow } from "./slide-show.ts";

/** Two rows: a and b, then c. A screen of 800 x 600. */
function board(count = 3) {
  const places = [
    ["a", 0, 0],
    ["b", 1_000, 10],
    ["c", 0, 900],
  ] as const;
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const add = (id: string, x: number, y: number, more = {}): Op => ({
    op: "add",
    shape: fixture("frame", { id, x, y, w: 402, h: 302, name: id.toUpperCase(), ...more }),
  });
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  editor.setViewport({ w: 800, h: 600 });
  if (count > 0) replica.commit(places.slice(0, count).map(([id, x, y]) => add(id, x, y)));
  editor.setCamera({ x: 7, y: 8, zoom: 0.5 });
  return { replica, editor, add, show: (from?: string) => createSlideShow(editor, replica, from) };
}
/** The page point in the middle of the screen, and the zoom. */
const view = ({ state: { camera, viewport } }: Editor): readonly number[] =>
  [camera.x + viewport.w / 2 / camera.zoom, camera.y + viewport.h / 2 / camera.zoom, camera.zoom].map(Math.round);

test("the frames come in reading order, each as large as the screen allows, and none is beyond the first and the last", () => {
  const { editor, show } = board();
  const { slide, go } = show();
  const names = [slide.get()?.frame.name];
  for (let step = 0; step < 3; step += 1) {
    go(1);
    names.push(slide.get()?.frame.name);
  }
  expect(names).toEqual(["A", "B", "C", "C"]);
  expect(slide.get()).toMatchObject({ place: 3, count: 3 });
  expect(view(editor)).toEqual([201, 1_051, 2]);
  go(Number.NEGATIVE_INFINITY);
  go(-1);
  expect(slide.get()).toMatchObject({ place: 1, frame: { id: "a" } });
});

test("it begins with the frame that is asked for, and with the first where that is not there", () => {
  expect(board().show("c").slide.get()?.place).toBe(3);
  expect(board().show("gone").slide.get()?.place).toBe(1);
});

test("view, tool and selection are afterwards what they were before", () => {
  const { editor, show } = board();
  editor.select(["b"]);
  const { camera, tool } = editor.state;
  const { dispose, setLaser, go } = show();
  expect([editor.state.tool, editor.state.selection.size]).toEqual(["hand", 0]);
  setLaser(true);
  expect(editor.state.tool).toBe("laser");
  go(1);
  dispose();
  expect([editor.state.camera, editor.state.tool, [...editor.state.selection]]).toEqual([camera, tool, ["b"]]);
  go(1);
  editor.setCamera({ x: 1, y: 1, zoom: 1 });
  expect(editor.state.camera).toEqual({ x: 1, y: 1, zoom: 1 });
});

test("whatever moves the view, the slide stays in it, also on a screen of another size", () => {
  const { editor, show } = board();
  show("b");
  editor.setCamera({ x: 0, y: 0, zoom: 3 });
  expect(view(editor)).toEqual([1_201, 161, 2]);
  editor.setViewport({ w: 400, h: 900 });
  expect(view(editor)).toEqual([1_201, 161, 1]);
});

test("a slide that is moved is followed, a new one is counted, and the one on show stays on show", () => {
  const { replica, editor, add, show } = board();
  const { slide } = show("b");
  replica.commit([{ op: "set", id: "b", props: { x: 5_000, y: 0, rotation: 0 } }]);
  expect(view(editor)[0]).toBe(5_201);
  replica.commit([add("new", 2_000, 0)]);
  expect(slide.get()).toMatchObject({ place: 3, count: 4, frame: { id: "b" } });
});

test("in the place of one that is deleted comes the next, or the last that is left; without any it is over", () => {
  const { replica, show } = board();
  const { slide } = show("b");
  replica.commit([{ op: "del", ids: ["b"] }]);
  expect(slide.get()).toMatchObject({ place: 2, count: 2, frame: { id: "c" } });
  replica.commit([{ op: "del", ids: ["c"] }]);
  expect(slide.get()).toMatchObject({ place: 1, count: 1, frame: { id: "a" } });
  replica.commit([{ op: "del", ids: ["a"] }]);
  expect(slide.get()).toBeUndefined();
});

test("a board without frames has no slides", () => {
  expect(board(0).show().slide.get()).toBeUndefined();
});

test("a frame that is turned is shown whole", () => {
  const { replica, editor, show } = board(1);
  replica.commit([{ op: "set", id: "a", props: { x: 0, y: 0, rotation: Math.PI / 2 } }]);
  show();
  expect(view(editor).slice(0, 2)).toEqual([201, 151]);
  expect(editor.state.camera.zoom).toBeCloseTo(1.5);
});
