// A picture is being cut: its handles move its frame over it, a drag within moves the picture behind the frame. Enter, or a press
// elsewhere, keeps what was cut; Escape takes it back. All of it is one undo step.
import { boxContainsPoint, rotateVec, type Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import { handleAt, type HandleName, type ImageShape, shapeKindOf, toLocal } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { createLiveEdit, type LiveEdit } from "../../live-edit.ts";
import { croppedByHandle, croppedByPan } from "../../crop.ts";
import { HANDLE_CURSORS } from "./idle.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

/** No side of the frame gets shorter on the screen. */
const MIN_SIDE_PX = 16;

type Grasp = { readonly from: Vec; readonly shape: ImageShape; readonly handle: HandleName | "picture"; readonly edit: LiveEdit };

export function cropping(run: ToolRun<SelectStates>, { id }: SelectStates["cropping"]): ToolState {
  const { context } = run;
  let grasp: Grasp | undefined;

  function picture(): ImageShape | undefined {
    const shape = context.shape(id);
    return shape?.kind === "image" ? shape : undefined;
  }

  function release(): void {
    grasp?.edit.finish();
    grasp = undefined;
  }

  return {
    busy: true,
    enter() {
      context.history.begin();
      context.patch({ cropping: id, hovered: undefined, cursor: "default" });
    },
    exit() {
      release();
      context.history.end();
      context.patch({ cropping: undefined, preview: new Map() });
    },
    onPointerDown(event) {
      const handle = gripAt(context, picture(), event);
      const shape = picture();
      if (handle === undefined || shape === undefined) return run.restart(event);
      grasp = { from: context.toPage(event.screen), shape, handle, edit: createLiveEdit(context, event.tMs) };
    },
    onPointerMove(event) {
      if (grasp !== undefined) return grasp.edit.update(new Map([[id, changed(context, grasp, event)]]), event.tMs);
      const handle = gripAt(context, picture(), event);
      context.patch({ cursor: handle === undefined ? "default" : handle === "picture" ? "move" : HANDLE_CURSORS[handle] });
    },
    onPointerUp(event) {
      grasp?.edit.update(new Map([[id, changed(context, grasp, event)]]), event.tMs);
      release();
    },
    onKeyDown({ key }) {
      if (key === "Escape") context.history.rollback();
      if (key === "Escape" || key === "Enter") run.go("idle", undefined);
    },
    onCancel(reason) {
      if (reason === "escape") {
        grasp = undefined;
        context.history.rollback();
      }
      run.go("idle", undefined);
    },
    onTick: (tMs) => grasp?.edit.tick(tMs),
    onBoardChange(touched) {
      if (picture() === undefined || grasp?.edit.refresh(touched) === false) run.go("idle", undefined);
    },
  };
}

/** What a press takes; undefined for what lies outside of the picture. */
function gripAt(context: EditorContext, shape: ImageShape | undefined, event: PointerInput): Grasp["handle"] | undefined {
  const frame = context.selectionFrame();
  if (shape === undefined || frame === undefined) return undefined;
  const point = context.toPage(event.screen);
  const handle = handleAt(frame, point, context.state.camera.zoom, event.pointerType === "touch" ? "coarse" : "fine");
  if (handle !== undefined) return handle;
  return boxContainsPoint(shapeKindOf(shape).frame(shape), toLocal(shape, point)) ? "picture" : undefined;
}

function changed(context: EditorContext, { from, shape, handle }: Grasp, event: PointerInput): Props {
  const to = context.toPage(event.screen);
  const pull = rotateVec({ x: to.x - from.x, y: to.y - from.y }, -shape.rotation, { x: 0, y: 0 });
  return handle === "picture" ? croppedByPan(shape, pull) : croppedByHandle(shape, handle, pull, MIN_SIDE_PX / context.state.camera.zoom);
}
