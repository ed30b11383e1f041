import { createEditor } from "@inkroom/editor";
import { createReplica } from "@inkroom/sync";
import { expect, test } from "vitest";
import { createWritable } from "../ui/readable.ts";
import { tellRestingPointer } from "./resting-pointer.ts";
import { tellPointer } from "./tell-pointer.ts";

/** A pointer that rests at 275, 300 of a screen, until `pointer.y` is set. */
function resting() {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  editor.setViewport({ w: 800, h: 600 });
  const followed = createWritable<number | undefined>(undefined);
  const pointer = { x: 275, y: 300 };
  const told: string[] = [];
  const session = { moveCursor: (x?: number, y?: number) => void told.push(`${x} ${y}`) };
  const wheel = (dy: number): void =>
    editor.dispatch({ type: "wheel", screen: { x: 0, y: 0 }, dx: 0, dy, shift: false, alt: false, mod: false });
  const begin = () => tellRestingPointer(editor, followed, () => tellPointer(editor, session, pointer));
  return { editor, begin, wheel, followed, pointer, told };
}

test("when the view moves under a pointer that rests, the others are told what it is over now, and of nothing else", () => {
  const { editor, begin, wheel, told } = resting();
  const stop = begin();
  wheel(600);
  editor.setCamera({ x: 0, y: 600, zoom: 0.5 });
  editor.setTool("draw");
  expect(told).toEqual(["275 300", "275 900", "550 1200"]);
  stop();
  wheel(600);
  expect(told).toHaveLength(3);
});

test("who comes after the view has moved is told too", () => {
  const { begin, wheel, told } = resting();
  wheel(600);
  begin();
  expect(told).toEqual(["275 900"]);
});

test("under a hand that drags the paper the place stays the same", () => {
  const { editor, begin, pointer, told } = resting();
  begin();
  editor.setTool("hand");
  const hand = {
    pointerId: 1,
    pointerType: "mouse",
    isPrimary: true,
    shift: false,
    alt: false,
    mod: false,
    button: 0,
    buttons: 1,
  } as const;
  editor.dispatch({ type: "pointer-down", ...hand, screen: { ...pointer }, tMs: 0 });
  for (const y of [200, 50]) {
    pointer.y = y;
    editor.dispatch({ type: "pointer-move", ...hand, screen: { ...pointer }, tMs: 0 });
    expect(told.at(-1)).toBe("275 300");
  }
  expect(told).toHaveLength(3);
});

test("a view that goes after somebody tells nothing until that is over: two who follow each other would never come to rest", () => {
  const { editor, begin, followed, told } = resting();
  begin();
  followed.set(7);
  editor.setCamera({ x: 0, y: 600, zoom: 1 });
  editor.setCamera({ x: 0, y: 700, zoom: 1 });
  expect(told).toEqual(["275 300"]);
  followed.set(undefined);
  expect(told).toEqual(["275 300", "275 1000"]);
});
