// Changing words on the board in several places at once, by letters: what others type into them meanwhile stays.
import {
  applyTextEdit,
  editOfSplice,
  freshClock,
  type Op,
  type TextBody,
  type TextEdit,
  textBodyOf,
  type TextSplice,
} from "@inkroom/model";
import type { TextBearing } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { wholeGroups, withProps } from "../shape-edit.ts";
import { fittedText } from "../text-box.ts";

export type SplicedBody = {
  readonly body: TextBody;
  readonly edits: readonly TextEdit[];
  /** Of the next letter. */ readonly clock: number;
};

/**
 * The edits that do to a body what the splices say (in order, by its offsets), and what it is then; new letters get clocks from
 * `clock`. Undefined where there is no room for them.
 */
export function spliceBody(before: TextBody, splices: readonly TextSplice[], clock: number, client: string): SplicedBody | undefined {
  let spliced: SplicedBody = { body: before, edits: [], clock };
  // From the end, so that the offsets of those before stay right.
  for (const splice of splices.toReversed()) {
    const edit = editOfSplice(spliced.body, splice, spliced.clock);
    const body = applyTextEdit(spliced.body, edit, client)?.body;
    if (body === undefined) return undefined;
    spliced = { body, edits: [...spliced.edits, edit], clock: spliced.clock + splice.insert.length };
  }
  return spliced;
}

/** The ops that change the words on a shape so, with what follows for its size; none where there is no room. */
export function wordOps({ store, measureText }: EditorContext, shape: TextBearing, splices: readonly TextSplice[]): readonly Op[] {
  const entry = store.view.entry(shape.id);
  const before = entry && textBodyOf(entry);
  if (before === undefined) return [];
  const spliced = spliceBody(before, splices, freshClock(before, store.client, store.nextN), store.client);
  if (spliced === undefined) return [];
  const { box, props } = fittedText(withProps(shape, { text: spliced.body.text }), measureText);
  const { id } = shape;
  const sized: readonly Op[] = Object.keys(props).length === 0 ? [] : [{ op: "set", id, props: wholeGroups(shape, props) }];
  return [...spliced.edits.map((edit): Op => ({ op: "txt", id, ...box, ...edit })), ...sized];
}
