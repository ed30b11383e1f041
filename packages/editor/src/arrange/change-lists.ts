// Lists and links in what is written on the selected shapes.
import { hasText, linksIn, type TextBearing } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { listEdit, type ListWish } from "../lists/list-edit.ts";
import { wordOps } from "../lists/word-ops.ts";
import { selectedShapes } from "../selection.ts";

/** Between the words of two shapes: lists end there. */
const BREAK = "\n\n";

/** Grants a wish for all lines, as if all were in one text, in one undo step: a list is made of two shapes unless both are one already. */
export function changeLists(context: EditorContext, wish: ListWish): void {
  const shapes = written(context);
  const whole = shapes.map(({ text }) => text).join(BREAK);
  const { splices = [] } = listEdit(wish, whole, 0, whole.length) ?? {};
  let from = 0;
  const ops = shapes.flatMap((shape) => {
    const [start, end] = [from, from + shape.text.length];
    from = end + BREAK.length;
    const own = splices.filter(({ at }) => at >= start && at <= end).map((splice) => ({ ...splice, at: splice.at - start }));
    return own.length === 0 ? [] : wordOps(context, shape, own);
  });
  context.history.commit(ops);
  sayAgain(context);
}

/** What was said of the shape that Tab has led to has changed. */
function sayAgain({ state, patch }: EditorContext): void {
  const { walked, selection } = state;
  if (walked !== undefined && selection.has(walked.id)) patch({ walked: { ...walked } });
}

/** Opens what the first link on the selected shapes leads to, from the bottom one on. */
export function openFirstLink(context: EditorContext): void {
  const [link] = written(context).flatMap(({ text }) => linksIn(text));
  if (link !== undefined) context.onFollow?.(link.href);
}

function written(context: EditorContext): readonly TextBearing[] {
  return selectedShapes(context).filter((shape): shape is TextBearing => hasText(shape) && shape.text !== "");
}
