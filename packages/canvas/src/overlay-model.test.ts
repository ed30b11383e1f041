import type { RectShape, ShapeId } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { CursorMotion } from "./cursor-motion.ts";
import { isEmptyOverlay, type OverlayLook, overlayModel } from "./overlay-model.ts";
import { OverlayWatch } from "./overlay-watch.ts";
import type { CanvasPeer } from "./ports.ts";

function rect(id: string, x: number): RectShape {
  return {
    id,
    x,
    index: "a1",
    kind: "rect",
    ...PLAIN_RECT,
    parent: "page",
    y: 0,
    w: 100,
    h: 60,
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    color: "ink",
    size: "m",
    fill: "none",
    dash: "solid",
  };
}
const shapes = new Map([rect("a", 0), rect("b", 200)].map((shape) => [shape.id, shape]));
const shapeOf = (id: ShapeId): RectShape | undefined => shapes.get(id);
const IDLE: OverlayLook = {
  tool: "select",
  camera: { x: 0, y: 0, zoom: 1 },
  selection: new Set(),
  preview: new Map(),
  readonly: false,
  isLocked: false,
  guides: [],
  busy: false,
};
const model = (look: Partial<OverlayLook>, peers: readonly CanvasPeer[] = [], motion = new CursorMotion()) =>
  overlayModel({ ...IDLE, ...look }, shapeOf, peers, motion);

test("is empty only where none of its parts is seen", () => {
  expect(isEmptyOverlay(model({}))).toBe(true);
  for (const look of [{ selection: new Set(["a"]) }, { hovered: "a" }, { brush: { x: 0, y: 0, w: 1, h: 1 } }])
    expect(isEmptyOverlay(model(look))).toBe(false);
});

test("nothing selected shows nothing", () => {
  expect(model({})).toMatchObject({ frame: undefined, handles: [], members: [], cursors: [], peerFrames: [] });
});

test("one selected shape has a frame with eight handles, several have one frame and their own", () => {
  expect(model({ selection: new Set(["a"]) })).toMatchObject({ frame: { box: { x: 0, y: 0, w: 100, h: 60 } }, members: [] });
  const both = model({ selection: new Set(["a", "b", "gone"]) });
  expect(both.handles).toHaveLength(8);
  expect(both.members).toHaveLength(2);
  expect(both.frame?.box.w).toBe(300);
});

test.each<Partial<OverlayLook>>([
  { readonly: true },
  { tool: "hand" },
  { editingText: { id: "a", field: { text: "", runs: [] } } },
  { brush: { x: 0, y: 0, w: 1, h: 1 } },
])("there are no handles where they cannot be used: %o", (look) => {
  expect(model({ selection: new Set(["a"]), ...look }).handles).toEqual([]);
});

test("what the pointer is over is traced, unless it is selected or a press is under way", () => {
  expect(model({ hovered: "a" }).hovered?.id).toBe("a");
  expect(model({ hovered: "a", selection: new Set(["a"]) }).hovered).toBeUndefined();
  expect(model({ hovered: "a", busy: true }).hovered).toBeUndefined();
});

test("others are shown by their selection and their cursor", () => {
  const motion = new CursorMotion();
  motion.setTargets(new Map([[4, { x: 9, y: 9 }]]));
  const peers = [
    { peer: 4, name: "Ada", color: "teal", selection: ["b", "gone"], laser: false },
    { peer: 5, name: "Away", color: "red", selection: [], laser: false },
  ];
  const { peerFrames, cursors } = model({}, peers, motion);
  expect(peerFrames).toEqual([{ color: "teal", frame: { box: { x: 200, y: 0, w: 100, h: 60 }, rotation: 0 } }]);
  expect(cursors).toEqual([{ name: "Ada", color: "teal", at: { x: 9, y: 9 }, say: "" }]);
});

test("the overlay is out of date after what it shows has changed, and not after anything else", () => {
  const watch = new OverlayWatch();
  const look: OverlayLook = { ...IDLE, selection: new Set(["a"]) };
  expect(watch.isStale(look)).toBe(true);
  watch.notePainted(look, [{ peer: 4, name: "Ada", color: "teal", selection: ["b"], laser: false }]);
  watch.noteChange({ touched: new Set(["other"]), origin: "remote" });
  expect(watch.isStale({ ...look })).toBe(false);
  expect(watch.isStale({ ...look, selection: new Set(["b"]) })).toBe(true);
  expect(watch.isStale({ ...look, preview: new Map([["other", rect("other", 5)]]) })).toBe(false);
  expect(watch.isStale({ ...look, preview: new Map([["a", rect("a", 5)]]) })).toBe(true);
  for (const id of ["a", "b"]) {
    watch.notePainted(look, [{ peer: 4, name: "Ada", color: "teal", selection: ["b"], laser: false }]);
    watch.noteChange({ touched: new Set([id]), origin: "remote" });
    expect(watch.isStale(look)).toBe(true);
  }
});

test("shapes that lead somewhere have badges, of which the one under the pointer is lit", () => {
  const linked = [
    { ...rect("a", 0), link: "https://ink.example" },
    { ...rect("b", 200), link: "#shape=a" },
  ];
  const { linkBadges } = overlayModel({ ...IDLE, overLink: "b" }, shapeOf, [], new CursorMotion(), { frames: [], linked });
  expect(linkBadges).toEqual([
    { at: { x: 112, y: -12 }, isPlace: false, isLit: false },
    { at: { x: 312, y: -12 }, isPlace: true, isLit: true },
  ]);
});
