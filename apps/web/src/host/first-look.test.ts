// What is in hand and in view when a board opens.
import { createEditor, type Editor } from "@inkroom/editor";
import { createReplica, type Replica, type Session } from "@inkroom/sync";
import type { Shape } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { arrangeFirstLook } from "./first-look.ts";

function rectAt(x: number, y: number): Shape {
  const look = { color: "ink", fill: "none", dash: "solid", size: "m" } as const;
  return {
    id: `r${x}`,
    kind: "rect",
    ...PLAIN_RECT,
    parent: "page",
    index: "a0",
    x,
    y,
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    w: 100,
    h: 100,
    ...look,
  };
}

/** A board with these shapes, on a screen of 800 x 600; `goLive` is the moment the room has told everything. */
function openedBoard(shapes: readonly Shape[], canEdit = true): { editor: Editor; replica: Replica; goLive(): void } {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  for (const shape of shapes) replica.commit([{ op: "add", shape }]);
  replica.setCanEdit(canEdit);
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  editor.setViewport({ w: 800, h: 600 });
  const listeners = new Set<() => void>();
  let kind = "greeting";
  const session = {
    get state() {
      return { kind };
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  // reason: only these two members of a session are looked at.
  arrangeFirstLook({ editor, replica, session: session as unknown as Session });
  const goLive = (): void => {
    kind = "live";
    for (const listener of [...listeners]) listener();
  };
  return { editor, replica, goLive };
}

test("an empty board opens with the pen in hand", () => {
  const { editor, goLive } = openedBoard([]);
  goLive();
  expect(editor.state.tool).toBe("draw");
});

test("someone who picked a tool before the board was there keeps it", () => {
  const { editor, goLive } = openedBoard([]);
  editor.setTool("rect");
  goLive();
  expect(editor.state.tool).toBe("rect");
});

test("a viewer gets no pen", () => {
  const { editor, goLive } = openedBoard([], false);
  goLive();
  expect(editor.state.tool).toBe("select");
});

test("what fits on the screen stays where it was drawn", () => {
  const { editor, goLive } = openedBoard([rectAt(300, 200)]);
  goLive();
  expect(editor.state.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  expect(editor.state.tool).toBe("select");
});

test("a board larger than the screen opens with everything in view", () => {
  const { editor, goLive } = openedBoard([rectAt(300, 200), rectAt(3000, 200)]);
  goLive();
  expect(editor.state.camera.zoom).toBeLessThan(1);
  expect(editor.state.camera.x).toBeLessThan(300);
});

test("the view is arranged once, and not after the person has moved", () => {
  const { editor, goLive } = openedBoard([rectAt(3000, 200)]);
  editor.setCamera({ x: 50, y: 50, zoom: 2 });
  goLive();
  goLive();
  expect(editor.state.camera).toEqual({ x: 50, y: 50, zoom: 2 });
});
