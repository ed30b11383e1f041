// The badges of shapes that lead somewhere, and cards: which one a press takes, and what a click on it does.
import { compareShapes, isOnLinkBadge, type Shape } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { hitSlack, isDrag } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

/** Locked shapes lead somewhere too. Of several badges that of the topmost shape; with Mod all of a card is one. */
export function linkedUnder(context: EditorContext, { screen, pointerType, mod }: PointerInput): Shape | undefined {
  const point = context.toPage(screen);
  const { zoom } = context.state.camera;
  const hit = mod ? context.index.topmostAt(point, hitSlack(pointerType, zoom), "any") : undefined;
  if (hit?.kind === "card" && hit.link !== "") return hit;
  let best: Shape | undefined;
  for (const id of context.store.view.linked()) {
    const shape = context.shape(id);
    if (shape === undefined || !isOnLinkBadge(shape, point, zoom, pointerType === "touch" ? "coarse" : "fine")) continue;
    if (best === undefined || compareShapes(shape, best) > 0) best = shape;
  }
  return best;
}

/** The button is down on a badge: a click goes where it leads, a drag does nothing. */
export function pointingLink({ context, go }: ToolRun<SelectStates>, { down, id }: SelectStates["pointing-link"]): ToolState {
  const leave = (): void => go("idle", undefined);
  return {
    busy: true,
    onPointerMove(event) {
      if (isDrag(down, event)) leave();
    },
    onPointerUp() {
      const link = context.shape(id)?.link ?? "";
      leave();
      if (link !== "") context.onFollow?.(link);
    },
    onCancel: leave,
  };
}
