// Whether the pen rests at the end of its stroke, and what the stroke is then taken for.
import type { DrawShape, Shape } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import type { ToolRun } from "../tool-chart.ts";
import type { DrawStates } from "./draw-tool.ts";
import type { Ink } from "./ink.ts";

/** So long the pen has to rest, ms of event time. */
const HOLD_MS = 500;
/** A hand that trembles less than this rests, screen pixels. */
const TREMBLE_PX = 4;

/** What a stroke is to become: `held` is where the pen rests. */
type Straight = { readonly shape: Shape; readonly held: PointerInput };

export class Hold {
  readonly #context: EditorContext;
  #at: PointerInput;
  #wasTried = false;

  constructor(context: EditorContext, down: PointerInput) {
    this.#context = context;
    this.#at = down;
  }

  moved(event: PointerInput): void {
    if (Math.hypot(event.screen.x - this.#at.screen.x, event.screen.y - this.#at.screen.y) <= TREMBLE_PX) return;
    this.#at = event;
    this.#wasTried = false;
  }

  /** Ends the stroke and hands on what it was meant to be, if it was meant to be anything else. */
  straighten(run: ToolRun<DrawStates>, ink: Ink, tMs: number): void {
    const straight = this.#straight(ink, tMs);
    const { id } = ink;
    if (straight === undefined || id === undefined) return;
    ink.finish();
    const { parts, store } = this.#context;
    const stroke = store.view.get(id);
    if (stroke === undefined) return run.go("idle", undefined);
    run.go("shaping", (next) => parts.peek("tools")?.shaping(next, { stroke, ...straight }) ?? {});
  }

  /** The shape that the stroke resembles once the pen has rested long enough; asked once per rest, where the person wants it. */
  #straight(ink: Ink, tMs: number): Straight | undefined {
    const { state, parts } = this.#context;
    const part = parts.peek("tools");
    if (this.#wasTried || !state.straightens || tMs - this.#at.tMs < HOLD_MS || part === undefined || ink.isContinued) return undefined;
    this.#wasTried = true;
    const stroke = this.#strokeOf(ink);
    const shape = stroke === undefined ? undefined : part.straightShape(this.#context, stroke);
    return shape === undefined ? undefined : { shape, held: this.#at };
  }

  /** As it is seen, up to the pen. */
  #strokeOf({ id }: Ink): DrawShape | undefined {
    const shape = id === undefined ? undefined : this.#context.shape(id);
    return shape?.kind === "draw" && shape.nib === "pen" ? shape : undefined;
  }
}
