// Test only: a hand that drives an editor: presses, drags and keys in page coordinates at any zoom, with its own clock.
import type { Op } from "@inkroom/model";
import { PLAIN_FACE, PAGE_ID, type Shape } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import { CodeParts } from "./code-parts.ts";
import { createEditor } from "./editor.ts";
import type { Editor, EditorOptions } from "./editor-api.ts";
import type { HostLayer } from "./host-layer.ts";
import type { Modifiers, PointerInput, PointerKind } from "./input-event.ts";
import { createTestBoard, type TestBoard } from "./test-board-store.ts";

export type Point = readonly [x: number, y: number];
export type PressOptions = Partial<Modifiers> & {
  readonly button?: number;
  readonly buttons?: number;
  readonly pointerType?: PointerKind;
  readonly clickCount?: number;
  readonly pressure?: number;
  readonly predicted?: PointerInput["predicted"];
  /** The points are on the screen, not on the page. */
  readonly onScreen?: boolean;
};
export type Draft = { readonly id: string; readonly off: number; readonly bytes: Uint8Array };

const parts = new CodeParts();
await parts.load();

const UP: Modifiers = { shift: false, alt: false, mod: false };

export class Hand {
  readonly board: TestBoard;
  readonly editor: Editor;
  readonly drafts: Draft[] = [];
  /** What the host was asked to open. */
  readonly opened: HostLayer[] = [];
  /** Links that the host was asked to follow. */
  readonly followed: string[] = [];
  /** What the host was told to be cleared away. */
  readonly cleared: (readonly string[])[] = [];
  clockMs = 1_000;
  /** Time between two pointer events, ms. */
  stepMs = 10;
  #ids = 0;

  constructor(shapes: readonly Shape[] = [], options: Pick<EditorOptions, "author" | "nameOfFrame" | "onFollow"> = {}) {
    this.board = createTestBoard();
    if (shapes.length > 0) this.board.remote(shapes.map((shape): Op => ({ op: "add", shape })));
    this.editor = createEditor({
      store: this.board,
      measureText: (text, font) => measure(text, font.fontSize, font.maxWidth),
      newId: () => `made-${++this.#ids}`,
      now: () => this.clockMs,
      onOpen: (layer) => void this.opened.push(layer),
      onFollow: (link) => void this.followed.push(link),
      onCleared: (ids) => void this.cleared.push(ids),
      parts,
      ...options,
      onDraft: (id, off, bytes) => void this.drafts.push({ id, off, bytes }),
    });
    this.editor.setViewport({ w: 800, h: 600 });
  }

  get state() {
    return this.editor.state;
  }

  get shapes(): Shape[] {
    return [...this.board.board.shapes()];
  }

  get selected(): string[] {
    return [...this.state.selection].sort();
  }

  shape(id: string): Shape {
    const shape = this.board.board.get(id);
    if (shape === undefined) throw new Error(`no shape ${id}`);
    return shape;
  }

  /** Properties of a shape, to look at any of them. */
  props(id: string): Record<string, unknown> {
    return this.shape(id) as unknown as Record<string, unknown>;
  }

  down(point: Point, options: PressOptions = {}): void {
    this.pointer("pointer-down", point, { clickCount: 1, ...options });
  }

  move(point: Point, options: PressOptions = {}): void {
    this.pointer("pointer-move", point, options);
  }

  up(point: Point, options: PressOptions = {}): void {
    this.pointer("pointer-up", point, { buttons: 0, ...options });
  }

  click(point: Point, options: PressOptions = {}): void {
    this.down(point, options);
    this.up(point, options);
  }

  doubleClick(point: Point): void {
    this.click(point);
    this.click(point, { clickCount: 2 });
  }

  /** Presses at the first point, moves through the others and lets go at the last. */
  drag(points: readonly Point[], options: PressOptions = {}): void {
    const [first, ...rest] = points;
    if (first === undefined) return;
    this.down(first, options);
    for (const point of rest) this.move(point, options);
    this.up(rest.at(-1) ?? first, options);
  }

  /** The pointer goes off the board. */
  leave(): void {
    this.editor.dispatch({ type: "pointer-leave" });
  }

  pointer(type: PointerInput["type"], [x, y]: Point, options: PressOptions = {}): void {
    this.clockMs += this.stepMs;
    const { camera } = this.state;
    const {
      button = type === "pointer-move" ? -1 : 0,
      buttons = 1,
      pointerType = "mouse",
      clickCount,
      pressure,
      predicted,
      onScreen,
      ...modifiers
    } = options;
    this.editor.dispatch({
      type,
      pointerId: 1,
      pointerType,
      isPrimary: true,
      button,
      buttons,
      clickCount,
      pressure,
      predicted,
      tMs: this.clockMs,
      screen: onScreen === true ? { x, y } : { x: (x - camera.x) * camera.zoom, y: (y - camera.y) * camera.zoom },
      ...UP,
      ...modifiers,
    });
  }

  key(key: string, modifiers: Partial<Modifiers> & { readonly code?: string; readonly repeat?: boolean } = {}): void {
    this.clockMs += this.stepMs;
    const { code = "", repeat = false, ...held } = modifiers;
    this.editor.dispatch({ type: "key-down", key, code, repeat, ...UP, ...held });
  }

  keyUp(key: string, modifiers: Partial<Modifiers> & { readonly code?: string } = {}): void {
    const { code = "", ...held } = modifiers;
    this.editor.dispatch({ type: "key-up", key, code, repeat: false, ...UP, ...held });
  }

  undo(): void {
    this.editor.run("edit.undo");
  }

  redo(): void {
    this.editor.run("edit.redo");
  }
}

/** Half an em per character, no wrapping but at the given width. */
function measure(text: string, fontSize: number, maxWidth: number | undefined) {
  const widest = Math.max(...text.split("\n").map((line) => line.length)) * fontSize * 0.5;
  const lines = text.split("\n").length * (maxWidth === undefined || maxWidth === 0 ? 1 : Math.max(1, Math.ceil(widest / maxWidth)));
  return { w: Math.min(maxWidth ?? widest, widest), h: lines * fontSize * 1.25 };
}

const BASE = { parent: PAGE_ID, rotation: 0, opacity: 1, locked: false, link: "", color: "ink", dash: "solid", size: "m" } as const;

/** A rectangle at (x, y), solid unless told. */
export function rect(id: string, x: number, y: number, w = 100, h = 100, more: Partial<Shape> = {}): Shape {
  return { ...BASE, id, index: "a0", kind: "rect", ...PLAIN_RECT, x, y, w, h, fill: "solid", ...more } as Shape;
}

export function text(id: string, x: number, y: number, content: string): Shape {
  const { w, h } = measure(content, 20, undefined);
  const { dash: _dash, ...base } = BASE;
  return { ...base, id, index: "a0", kind: "text", x, y, w, h, text: content, autoWidth: true, scale: 1, align: "left", ...PLAIN_FACE };
}
