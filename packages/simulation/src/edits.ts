// Random but repeatable edits, made from what a person sees. The kind of a shape is part of its id, so that an id that is
// used twice is at least of one kind.
import { type ClientId, editOfSplice, freshClock, indexBetween, type LiveEntry, type Op, type Props, textBodyOf } from "@inkroom/model";
import {
  type ArrowShape,
  type Color,
  COLOR_NAMES,
  type DrawShape,
  encodePoints,
  PAGE_ID,
  PLAIN_FACE,
  type RectShape,
  scanPoints,
  type Shape,
  type ShapeId,
  type TextBearing,
  type TextShape,
  hasText,
} from "@inkroom/shapes";
import { NO_LINE_LABEL, PLAIN_RECT } from "@inkroom/shapes/testing";
import type { ReplicaView } from "@inkroom/sync";
import type { EditName } from "./plan.ts";

export type EditScene = {
  readonly view: ReplicaView;
  /** Every id that was ever used by anybody. */
  readonly usedIds: readonly ShapeId[];
  /** A new id of this kind. */
  readonly newId: (kind: "a" | "d" | "r" | "t") => ShapeId;
  readonly client: ClientId;
  readonly nextN: number;
  /** What a deleted shape was last, as this person knows. */
  readonly lastLife: (id: ShapeId) => LiveEntry | undefined;
  /** True for a stroke this client has made. */
  readonly isOwn: (id: ShapeId) => boolean;
};

/** The ops of one edit. Where the board has nothing for it, something is added instead. */
export function editOps(scene: EditScene, what: EditName, pick: number, value: number): readonly Op[] {
  const shapes = [...scene.view.shapes()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const shape = shapes[pick % Math.max(1, shapes.length)];
  switch (what) {
    case "add":
      return [{ op: "add", shape: rect(scene.newId("r"), value) }];
    case "stroke":
      return [{ op: "add", shape: stroke(scene.newId("d"), value) }];
    case "arrow":
      return [{ op: "add", shape: arrow(scene.newId("a"), value, shape?.id ?? "nobody") }];
    case "recover": {
      const lost = scene.usedIds.map(scene.lastLife).filter((each) => each !== undefined);
      const life = lost[pick % Math.max(1, lost.length)];
      return life === undefined
        ? editOps(scene, "delete", pick, value)
        : [{ op: "restore", shape: life.shape, ...(life.runs && { runs: life.runs }) }];
    }
    case "bind": {
      const arrows = shapes.filter((each) => each.kind === "arrow");
      const bound = arrows[pick % Math.max(1, arrows.length)];
      if (bound === undefined || shape === undefined) return editOps(scene, "arrow", pick, value);
      const to = value % 5 === 0 ? null : { id: shape.id, x: (value % 10) / 10, y: 1 };
      return [{ op: "set", id: bound.id, props: value % 2 === 0 ? { start: to } : { start: null, end: to } }];
    }
    case "readd":
      return readd(scene.usedIds[pick % Math.max(1, scene.usedIds.length)] ?? scene.newId("r"), value);
    case "points":
    case "finish": {
      const open = shapes.filter((each): each is DrawShape => each.kind === "draw" && !each.done && scene.isOwn(each.id));
      const own = open[pick % Math.max(1, open.length)];
      return own === undefined ? editOps(scene, "stroke", pick, value) : [morePoints(own, value, what === "finish")];
    }
    case "text":
      return [{ op: "add", shape: text(scene.newId("t"), value) }];
    case "type":
    case "write": {
      const texts = shapes.filter(hasText);
      const one = texts[pick % Math.max(1, texts.length)];
      if (one === undefined) return editOps(scene, "text", pick, value);
      return what === "write" ? [{ op: "set", id: one.id, props: textProps(one, `written ${value}`) }] : typed(scene, one, value);
    }
    default:
      if (shape === undefined) return editOps(scene, "add", pick, value);
      return editShape(what, shape, shapes[value % shapes.length] ?? shape, value);
  }
}

function editShape(
  what: Exclude<EditName, "add" | "arrow" | "bind" | "finish" | "points" | "readd" | "recover" | "stroke" | "text" | "type" | "write">,
  shape: Shape,
  other: Shape,
  value: number,
): readonly Op[] {
  const { id } = shape;
  switch (what) {
    case "color":
      return [{ op: "set", id, props: { color: colorOf(value), opacity: (value % 10) / 10 } }];
    case "place":
      return [{ op: "set", id, props: { x: value, y: -value / 3, rotation: (value % 60) / 10 - 3 } }];
    case "resize":
      if (shape.kind !== "rect") return [{ op: "set", id, props: { opacity: (value % 7) / 7 } }];
      return [{ op: "set", id, props: { w: value, h: value % 40, x: -value, y: value, rotation: 0 } }];
    case "order":
      return [{ op: "mv", id, parent: shape.parent, index: indexBetween(other.index) }];
    case "nest":
      return [{ op: "mv", id, parent: other.id === id ? PAGE_ID : other.id, index: indexBetween(undefined, other.index) }];
    case "delete":
      return [{ op: "del", ids: [...new Set([id, other.id])] }];
    case "faulty":
      // x without y and rotation: every replica ignores the rule but the room, which refuses the push for good.
      return [{ op: "set", id, props: { x: value } }];
    default:
      return what satisfies never;
  }
}

/** One of the palette, or any other. */
function colorOf(value: number): Color {
  const hex = `#${(value % 0x1000000).toString(16).padStart(6, "0")}` as const;
  return value % 4 === 0 ? hex : (COLOR_NAMES[value % COLOR_NAMES.length] ?? "ink");
}

function readd(id: ShapeId, value: number): readonly Op[] {
  if (id.startsWith("a")) return [{ op: "add", shape: arrow(id, value, "nobody") }];
  return [{ op: "add", shape: id.startsWith("d") ? stroke(id, value) : id.startsWith("t") ? text(id, value) : rect(id, value) }];
}

function text(id: ShapeId, value: number): TextShape {
  const words = value % 3 === 0 ? "" : `text ${value % 100}`;
  // Of what a kind has, and of nothing else: whoever sends text frames sends all of it, and the room refuses what it does not know.
  return {
    kind: "text",
    ...PLAIN_FACE,
    ...placeOf(id, { x: value, y: value / 7 }),
    text: words,
    w: words.length,
    h: 20,
    autoWidth: true,
    scale: 1,
    align: "left",
    color: "ink",
    size: "m",
  };
}

function placeOf(id: ShapeId, at: { readonly x: number; readonly y: number }) {
  return { id, parent: PAGE_ID, index: indexBetween(), ...at, rotation: 0, opacity: 1, locked: false, link: "" };
}

function textProps(shape: TextBearing, words: string): Props {
  if (shape.kind !== "text") return { text: words, textW: words.length, textH: 20 };
  const { scale, size, autoWidth } = shape;
  return { text: words, w: words.length, h: 20, autoWidth, scale, size };
}

/** One input of somebody typing: a few letters go, a few come, somewhere in what this person sees. */
function typed({ view, client, nextN }: EditScene, shape: TextBearing, value: number): readonly Op[] {
  const entry = view.entry(shape.id);
  const body = entry && textBodyOf(entry);
  if (body === undefined) return [];
  const at = value % (body.text.length + 1);
  const remove = Math.min(value % 4, body.text.length - at);
  const insert = remove > 0 && value % 5 === 0 ? "" : "xyz".slice(value % 3) + String(value % 10);
  const edit = editOfSplice(body, { at, remove, insert }, freshClock(body, client, nextN));
  return [{ op: "txt", id: shape.id, w: body.text.length, h: 20, ...edit }];
}

function rect(id: ShapeId, value: number): RectShape {
  return {
    kind: "rect",
    ...PLAIN_RECT,
    ...placeOf(id, { x: value, y: value / 7 }),
    w: 10 + (value % 90),
    h: 20,
    color: "ink",
    fill: "none",
    dash: "solid",
    size: "m",
  };
}

function arrow(id: ShapeId, value: number, boundTo: ShapeId): ArrowShape {
  return {
    kind: "arrow",
    ...NO_LINE_LABEL,
    ...placeOf(id, { x: value, y: 1 }),
    vertices: [0, 0, 10 + value, 5],
    startHead: "none",
    endHead: "arrow",
    color: "ink",
    dash: "solid",
    size: "m",
    start: null,
    end: { id: boundTo, x: 0.5, y: 0.5 },
    route: value % 2 === 0 ? "sharp" : "elbow",
    pins: value % 3 === 0 ? { axis: "x", at: [value], fixed: [true] } : null,
  };
}

function stroke(id: ShapeId, value: number): DrawShape {
  const pressure = value % 2 === 0;
  const points = encodePoints([{ x: 0, y: 0, p: 100 }], { quantum: 0.5, pressure });
  return {
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    ...placeOf(id, { x: value, y: value }),
    color: "blue",
    size: "s",
    pressure,
    quantum: 0.5,
    scaleX: 1,
    scaleY: 1,
    points,
    count: 1,
    done: false,
  };
}

function morePoints({ id, points, count, pressure, quantum }: DrawShape, value: number, done: boolean): Op {
  const from = scanPoints(points, pressure)?.last;
  const added = Array.from({ length: value % 5 }, (_, i) => ({ x: (value % 50) + i, y: count + i, p: (value + i) % 256 }));
  const bytes = encodePoints(added, { quantum, pressure, from });
  return { op: "pts", id, off: count, count: added.length, bytes, ...(done ? { done } : {}) };
}
