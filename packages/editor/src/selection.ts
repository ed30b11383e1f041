// What is selected, as shapes.
import {
  compareShapes,
  hasCheckItems,
  hasText,
  linksIn,
  PAGE_ID,
  type SelectionFrame,
  selectionFrame,
  type Shape,
  type ShapeId,
} from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import type { EditorState } from "./editor-state.ts";
import { isLocked as hasLock } from "./locks.ts";

/** The selected shapes as seen now, bottom first. */
export function selectedShapes(context: Pick<EditorContext, "state" | "shape">): Shape[] {
  const shapes: Shape[] = [];
  for (const id of context.state.selection) {
    const shape = context.shape(id);
    if (shape !== undefined) shapes.push(shape);
  }
  return shapes.sort(compareShapes);
}

/** What commands have to know of the selection to be offered. */
export function traitsOf(
  context: Pick<EditorContext, "state" | "shape" | "store">,
): Pick<
  EditorState,
  | "isGrouped"
  | "isLocked"
  | "isForeign"
  | "isNote"
  | "isFrame"
  | "isPicture"
  | "isCard"
  | "isBox"
  | "isLine"
  | "link"
  | "hasWords"
  | "hasChecks"
  | "hasLinks"
> {
  let [isGrouped, isLocked, isForeign, isBox, hasWords, hasChecks, hasLinks] = [false, false, false, false, false, false, false];
  for (const id of context.state.selection) {
    const shape = context.shape(id);
    if (shape === undefined) continue;
    isForeign ||= context.store.view.isForeign(shape.id);
    isLocked ||= isForeign || hasLock({ get: (id) => context.shape(id) }, shape);
    isBox ||= shape.kind === "rect" || shape.kind === "ellipse" || shape.kind === "geo";
    isGrouped ||= shape.parent !== PAGE_ID && context.shape(shape.parent)?.kind === "group";
    if (!hasText(shape) || shape.text === "") continue;
    hasWords = true;
    hasChecks ||= hasCheckItems(shape.text);
    hasLinks ||= linksIn(shape.text).length > 0;
  }
  const [only] = context.state.selection;
  const lone = context.state.selection.size !== 1 || only === undefined ? undefined : context.shape(only);
  const free = isLocked ? undefined : lone?.kind;
  const isKind = {
    isNote: free === "note",
    isFrame: lone?.kind === "frame",
    isPicture: free === "image",
    isCard: lone?.kind === "card",
    isLine: free === "line" || free === "arrow",
  };
  return { isGrouped, isLocked, isForeign, isBox, hasWords, hasChecks, hasLinks, link: lone?.link ?? "", ...isKind };
}

/** May the hand change what is selected? */
export function isSelectionFree(state: EditorState): boolean {
  return state.selection.size > 0 && !state.readonly && !state.isLocked;
}

/** May the selection be moved as it is? During a press, when what commands are told of it is not followed. */
export function isSelectionMovable(context: Pick<EditorContext, "state" | "shape" | "store">): boolean {
  return !context.state.readonly && !(context.state.ownOnly && selectedShapes(context).some(({ id }) => context.store.view.isForeign(id)));
}

export function isSameSelection(a: ReadonlySet<ShapeId>, b: ReadonlySet<ShapeId>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}

/** Is one of `ids` in `set`? Goes through `ids`. */
export function isAnyIn(ids: Iterable<ShapeId>, set: { has(id: ShapeId): boolean }): boolean {
  for (const id of ids) if (set.has(id)) return true;
  return false;
}

/** Remembers the frame of the selection: it is asked for at every move of the pointer. */
export function createFrameMemo(context: Pick<EditorContext, "state" | "shape">): { frame(): SelectionFrame | undefined; forget(): void } {
  let known: { readonly of: ReadonlySet<ShapeId>; readonly preview: unknown; readonly frame: SelectionFrame | undefined } | undefined;
  return {
    frame() {
      const { selection, preview } = context.state;
      if (known?.of !== selection || known.preview !== preview) {
        known = { of: selection, preview, frame: selectionFrame(selectedShapes(context)) };
      }
      return known.frame;
    },
    /** To be called when a selected shape has changed on the board. */
    forget() {
      known = undefined;
    },
  };
}
