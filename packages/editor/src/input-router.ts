// What each kind of input does: pointers to the tools, wheel and pinch to the camera, keys to the commands.
import { panBy, zoomAt } from "./camera.ts";
import { commandForKey, isViewCommand } from "./commands/registry.ts";
import type { Command } from "./commands/command.ts";
import type { EditorContext } from "./context.ts";
import type { InputEvent, KeyInput, PinchInput, WheelInput } from "./input-event.ts";
import type { PointerRouter } from "./pointer-router.ts";
import { StrayTyping } from "./stray-typing.ts";
import type { Toolbox } from "./toolbox.ts";

/** Wheel deltas beyond this count as this when zooming: one notch of a mouse is no more than a flick of a trackpad. */
const MAX_ZOOM_DELTA = 10;
const ZOOM_DELTA_SCALE = 100;
/** A press of the first finger that is younger than this when the second one comes is taken back, ms. */
const PINCH_GRACE_MS = 300;
const MODIFIER_KEYS: readonly string[] = ["Shift", "Alt", "Control", "Meta"];

export class InputRouter {
  readonly #context: EditorContext;
  readonly #tools: Toolbox;
  readonly #pointers: PointerRouter;
  readonly #runCommand: (command: Command, isRepeat: boolean) => void;
  readonly #stray = new StrayTyping();
  #isPinching = false;
  /** The command that runs as long as this key is held, as KeyboardEvent.code. */
  #held: { readonly command: Command; readonly code: string } | undefined;

  constructor(context: EditorContext, tools: Toolbox, pointers: PointerRouter, runCommand: (command: Command, isRepeat: boolean) => void) {
    this.#context = context;
    this.#tools = tools;
    this.#pointers = pointers;
    this.#runCommand = runCommand;
  }

  route(event: InputEvent): void {
    switch (event.type) {
      case "wheel":
        return this.#wheel(event);
      case "pinch":
        return this.#pinch(event);
      case "key-down":
        return this.#keyDown(event);
      case "key-up":
        if (event.code === this.#held?.code || MODIFIER_KEYS.includes(event.key)) this.#release();
        if (event.key === " ") this.#pointers.holdSpace(false);
        else if (MODIFIER_KEYS.includes(event.key)) {
          this.#context.patch({ growth: undefined });
          this.#pointers.repeatLast(event);
        }
        return;
      case "cancel":
        this.#pointers.holdSpace(false);
        this.#held = undefined;
        this.#tools.renounce();
        return this.#pointers.cancel(event.isUnmeant === true ? "escape" : "lost");
      case "pointer-leave":
        return this.#pointers.leave();
      case "menu":
        return this.#pointers.openMenu(event.screen, event.pointerType);
      case "tick":
        this.#pointers.tick(event.tMs);
        return this.#tools.chosenState.onTick?.(event.tMs);
      default:
        if (event.type === "pointer-down") this.#stray.end();
        if (!(this.#isPinching && event.pointerType === "touch")) this.#pointers.route(event);
    }
  }

  #wheel({ screen, dx, dy, mod, shift }: WheelInput): void {
    const { camera, wheel } = this.#context.state;
    if (mod || (wheel === "zoom" && !shift && dy !== 0)) {
      const step = (-Math.sign(dy) * Math.min(Math.abs(dy), MAX_ZOOM_DELTA)) / ZOOM_DELTA_SCALE;
      this.#context.patch({ camera: zoomAt(camera, screen, camera.zoom * (1 + step)) });
    } else {
      // Some browsers turn the wheel sideways with Shift themselves.
      const isTurned = shift && dx === 0;
      this.#context.patch({ camera: panBy(camera, isTurned ? -dy : -dx, isTurned ? 0 : -dy) });
    }
    this.#pointers.followView(camera);
  }

  #pinch({ phase, screen, dx, dy, scale }: PinchInput): void {
    if (phase === "start") this.#pointers.yieldToPinch(PINCH_GRACE_MS);
    this.#isPinching = phase !== "end";
    if (phase !== "move") return;
    const { camera } = this.#context.state;
    const moved = panBy(camera, dx, dy);
    this.#context.patch({ camera: zoomAt(moved, screen, moved.zoom * scale) });
    // A pen that draws goes on from its own events.
    if (!this.#pointers.isPressed) this.#pointers.followView(camera);
  }

  #keyDown(event: KeyInput): void {
    const { state } = this.#context;
    if (MODIFIER_KEYS.includes(event.key)) return this.#pointers.repeatLast(event);
    if (this.#stray.takes(event, this.#context.now())) return;
    if (event.key === "Escape" && this.#tools.renounce()) return;
    if (event.key === "Escape" && this.#pointers.isPressed) return this.#pointers.cancel("escape");
    const isWaiting = this.#isWaiting;
    if (state.editingText !== undefined || isWaiting) this.#tools.chosenState.onKeyDown?.(event);
    // The key was the end of it.
    if (isWaiting && !this.#isWaiting) return;
    if (state.editingText === undefined && event.key === " " && !event.alt && !event.mod) return this.#pointers.holdSpace(true);
    // Judged by the state before the key: Escape that ends a text does not deselect as well.
    const command = commandForKey(event, isWaiting ? { ...state, busy: false } : state);
    if (command === undefined) return;
    if (!isViewCommand(command)) this.endWaiting();
    if (command.release !== undefined && !event.repeat) this.#held = { command, code: event.code };
    this.#runCommand(command, event.repeat);
  }

  /** What was being written is gone, and the writer does not know yet. */
  textLost(): void {
    this.#stray.begin(this.#context.now());
  }

  #release(): void {
    const held = this.#held;
    this.#held = undefined;
    held?.command.release?.(this.#context);
  }

  /** Ends what a tool does that waits for the next press: something else is asked for. */
  endWaiting(): void {
    if (this.#isWaiting) this.#tools.chosenState.onCancel?.("escape");
  }

  /** A tool that is busy without a press waits for the next one, or for a key. */
  get #isWaiting(): boolean {
    const { busy, editingText } = this.#context.state;
    return busy && editingText === undefined && !this.#pointers.isPressed;
  }
}
