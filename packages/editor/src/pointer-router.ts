// Where pointer events go: one press at a time, to the chosen tool or to one borrowed for this press.
import { boxContainsPoint, type Vec } from "@inkroom/geometry";
import { frameBounds } from "@inkroom/shapes";
import { type Camera, isSameCamera } from "./camera.ts";
import type { EditorContext } from "./context.ts";
import { EdgeScroll } from "./edge-scroll.ts";
import type { Modifiers, PointerInput, PointerKind } from "./input-event.ts";
import { lockOf } from "./locks.ts";
import { hitSlack, isDrag } from "./pointer.ts";
import type { CancelReason } from "./tools/tool-chart.ts";
import type { Toolbox } from "./toolbox.ts";

const MIDDLE_BUTTON = 1;
const RIGHT_BUTTON = 2;
const PEN_ERASER_BUTTON = 5;
const PEN_ERASER_BIT = 32;

type Press = { readonly down: PointerInput; last: PointerInput; /** The right button is a menu until it drags. */ isMenu: boolean };

export class PointerRouter {
  readonly #context: EditorContext;
  readonly #tools: Toolbox;
  readonly #edge: EdgeScroll;
  #press: Press | undefined;
  #last: Vec | undefined;
  #isPressedByKey = false;
  /** The last move without a press; undefined also when the pointer has left since. */
  #hover: PointerInput | undefined;
  #isSpaceDown = false;
  /** The tool's cursor while Space shows the hand in its place. */
  #cursorBeforeSpace: EditorContext["state"]["cursor"] | undefined;

  constructor(context: EditorContext, tools: Toolbox) {
    this.#context = context;
    this.#tools = tools;
    this.#edge = new EdgeScroll(context);
  }

  /** Where it was last, screen pixels. */
  get last(): Vec | undefined {
    return this.#last;
  }

  get isPressed(): boolean {
    return this.#press !== undefined;
  }

  route(event: PointerInput): void {
    this.#last = event.screen;
    switch (event.type) {
      case "pointer-down":
        return this.#down(event);
      case "pointer-move":
        return this.#move(event);
      case "pointer-up":
        return this.#up(event);
      case "pointer-cancel":
        if (event.pointerId === this.#press?.down.pointerId) this.cancel("lost");
        return;
      default:
        event.type satisfies never;
    }
  }

  /** Presses the main button where the mouse or pen is, and lets go of it; nothing to do while it is pressed in earnest. */
  pressByKey(isDown: boolean): void {
    const at = this.#hover;
    if (!isDown) {
      if (this.#isPressedByKey && this.#press !== undefined)
        this.route({ ...this.#byKey(this.#press.last), type: "pointer-up", buttons: 0 });
      this.#isPressedByKey = false;
    } else if (this.#press === undefined && at !== undefined && at.pointerType !== "touch") {
      this.#isPressedByKey = true;
      this.route({ ...this.#byKey(at), screen: this.#last ?? at.screen, type: "pointer-down", buttons: 1, clickCount: 1 });
    }
  }

  /** The place and the modifiers of an event alone, as the main button has them now. */
  #byKey(event: PointerInput): PointerInput {
    return { ...event, button: 0, points: undefined, predicted: undefined, tMs: this.#context.now() };
  }

  /** Gives up the press; the rest of its events go nowhere. */
  cancel(reason: CancelReason): void {
    if (this.#press === undefined) return;
    this.#press = undefined;
    this.#tools.state.onCancel?.(reason);
    this.#tools.giveBack();
    this.#showSpace();
  }

  /** Takes the first finger's press out of the way of a pinch: what has just begun was not meant. */
  yieldToPinch(shortPressMs: number): void {
    // A pen draws on while two fingers move the paper under it.
    if (this.#press?.down.pointerType !== "touch") return;
    const isShort = this.#press.last.tMs - this.#press.down.tMs < shortPressMs;
    this.cancel(isShort ? "escape" : "lost");
  }

  /** The button is held: a drag at the edge of the view takes the view along. */
  tick(tMs: number): void {
    const press = this.#press;
    if (press === undefined || press.isMenu || this.#tools.state.scrollsAtEdge !== true) this.#edge.stop();
    else if (this.#edge.follow(press.last, tMs)) this.repeatLast();
  }

  /** The view has moved: what is dragged goes along, and what was shown to be under a pointer that rests is there no more. */
  followView(before: Camera): void {
    if (this.#press !== undefined) return this.repeatLast();
    if (!isSameCamera(before, this.#context.state.camera)) this.#tools.state.onPointerLost?.();
  }

  /** The pointer is over the board no more: nothing is shown to be under it, by keys neither. */
  leave(): void {
    this.#hover = undefined;
    if (this.#press === undefined) this.#tools.state.onPointerLost?.();
  }

  /** Lets a tool follow when the view has moved, or other modifiers are held: those also without a press. */
  repeatLast(modifiers?: Modifiers): void {
    const press = this.#press;
    if (press === undefined && modifiers !== undefined) this.#repeatHover(modifiers);
    if (press === undefined || press.isMenu) return;
    const { shift, alt, mod } = modifiers ?? press.last;
    press.last = { ...press.last, type: "pointer-move", points: undefined, shift, alt, mod };
    this.#tools.state.onPointerMove?.(press.last);
  }

  #repeatHover({ shift, alt, mod }: Modifiers): void {
    if (this.#hover === undefined || this.#isSpaceDown || this.#hover.pointerType === "touch") return;
    this.#hover = { ...this.#hover, points: undefined, shift, alt, mod };
    this.#tools.state.onPointerMove?.(this.#hover);
  }

  holdSpace(isDown: boolean): void {
    if (isDown === this.#isSpaceDown) return;
    this.#isSpaceDown = isDown;
    if (this.#press === undefined) this.#showSpace();
  }

  /** Shows the hand where nothing is pressed and Space is held, or else the tool's cursor again, if the tool has shown no other since. */
  #showSpace(): void {
    const { cursor } = this.#context.state;
    const before = this.#cursorBeforeSpace;
    if (this.#isSpaceDown === (before !== undefined)) return;
    this.#cursorBeforeSpace = before === undefined ? cursor : undefined;
    if (before === undefined) this.#context.patch({ cursor: "grab" });
    else if (cursor === "grab") this.#context.patch({ cursor: before });
  }

  #down(event: PointerInput): void {
    if (this.#press !== undefined || !event.isPrimary) return;
    const { state } = this.#context;
    if (event.pointerType === "pen" && state.penMode === "unseen") this.#context.patch({ penMode: "on" });
    const isErasing =
      event.button === PEN_ERASER_BUTTON ||
      (event.buttons & PEN_ERASER_BIT) !== 0 ||
      ((state.tool === "draw" || state.tool === "highlight") && event.mod);
    const isMenu = event.button === RIGHT_BUTTON;
    if (event.button === MIDDLE_BUTTON || (event.button === 0 && this.#isSpaceDown)) this.#tools.borrow("hand");
    else if (isErasing && !state.readonly) this.#tools.borrow("erase");
    else if (event.button !== 0 && !isMenu) return;
    this.#press = { down: event, last: event, isMenu };
    if (!isMenu) this.#tools.state.onPointerDown?.(event);
  }

  #move(event: PointerInput): void {
    const press = this.#press;
    if (press === undefined) {
      if (!event.isPrimary) return;
      this.#hover = event;
      if (!this.#isSpaceDown) this.#tools.state.onPointerMove?.(event);
      return;
    }
    if (event.pointerId !== press.down.pointerId) return;
    press.last = event;
    if (press.isMenu) {
      if (!isDrag(press.down, event)) return;
      press.isMenu = false;
      this.#tools.borrow("hand");
      this.#tools.state.onPointerDown?.(press.down);
    }
    this.#tools.state.onPointerMove?.(event);
  }

  #up(event: PointerInput): void {
    const press = this.#press;
    if (press === undefined || event.pointerId !== press.down.pointerId) return;
    this.#press = undefined;
    if (press.isMenu) this.openMenu(press.down.screen, press.down.pointerType);
    else {
      this.#tools.state.onPointerUp?.(event);
      this.#tools.giveBack();
    }
    this.#showSpace();
  }

  /** Selects what the menu is about: what is there, or nothing where nothing is. `screen` in pixels; the menu is the host's. */
  openMenu(screen: Vec, pointerType: PointerKind): void {
    this.cancel("escape");
    const { state, onOpen } = this.#context;
    if (state.editingText !== undefined) return;
    this.#selectAt(screen, pointerType);
    onOpen?.({ kind: "menu", at: screen });
  }

  #selectAt(screen: Vec, pointerType: PointerKind): void {
    const { state, index, editor, groups, parts } = this.#context;
    const point = this.#context.toPage(screen);
    const frame = this.#context.selectionFrame();
    const named = parts.peek("tools")?.frameAtName(this.#context, point, "any");
    const hit = named ?? index.topmostAt(point, hitSlack(pointerType, state.camera.zoom), "any");
    if (hit === undefined) {
      if (frame === undefined || !boxContainsPoint(frameBounds(frame), point)) editor.select([]);
      return;
    }
    editor.setTool("select");
    // What keeps hands off it is what the menu can take away.
    const { id } = lockOf(this.#context.store.view, hit) ?? hit;
    if (!state.selection.has(id)) editor.select(groups.whole([id], state.entered));
  }
}
