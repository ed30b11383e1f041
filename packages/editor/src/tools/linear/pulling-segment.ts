// One segment, pulled from press to release.
import { newLinear, verticesOf } from "../../new-shape.ts";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { creating } from "../creating.ts";
import type { ToolState } from "../tool-chart.ts";
import { endProps, holdAt, type LinearKind, pointAfter } from "./linear-end.ts";

type Pull = {
  readonly kind: LinearKind;
  readonly down: PointerInput;
  /** The move that made it a drag. */
  readonly now: PointerInput;
  readonly leave: () => void;
};

export function pullingSegment(context: EditorContext, { kind, down, now, leave }: Pull): ToolState {
  const origin = context.toPage(down.screen);
  const state = creating({
    context,
    first: now,
    make(event) {
      const start = holdAt(context, kind, origin, down);
      return newLinear(context, kind, [origin, pointAfter(origin, { context, event, origin })], start);
    },
    change(event) {
      const to = pointAfter(origin, { context, event, origin });
      return { vertices: verticesOf([origin, to]), ...endProps(kind, holdAt(context, kind, to, event)) };
    },
    leave,
  });
  return {
    ...state,
    exit() {
      state.exit?.();
      context.patch({ bindTarget: undefined });
    },
  };
}
