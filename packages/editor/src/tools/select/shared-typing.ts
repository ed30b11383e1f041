// Typing into one text while others may type into it too. Each input of the host's text field becomes an edit of those
// letters that the field showed, so that it means the same whatever has come in meanwhile.
import {
  applyTextEdit,
  editOfSplice,
  freshClock,
  type Op,
  spliceBetween,
  type TextBody,
  textBodyOf,
  type TextEdit,
  type TextSplice,
} from "@inkroom/model";
import { type LabelFit, MAX_AUTHOR_LENGTH, MAX_TEXT_LENGTH, type TextBearing, type TextShape, hasText } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import { listEdit, type ListWish, splicedText } from "../../lists/list-edit.ts";
import { spliceBody } from "../../lists/word-ops.ts";
import { wholeGroups, withProps } from "../../shape-edit.ts";
import { type StylePatch, styleChanges } from "../../style.ts";
import { fittedText, measuredText } from "../../text-box.ts";
import type { FieldEdit, TextTarget } from "../tool-chart.ts";

const NOTHING: TextBody = { text: "", runs: [] };

export class SharedTyping {
  readonly #context: EditorContext;
  readonly #target: TextTarget;
  #isOnBoard: boolean;
  #isComposing = false;
  /** A shape that grew with its label gets no smaller than it was when the visit began, page units. */
  readonly #least: LabelFit["least"];
  /** What the field shows. */
  #field: TextBody;
  /** Of the next letter. */
  #clock: number;
  /** What the field was told to write, and where that differs from what it showed: in more than one place, maybe. */
  #planned: { readonly text: string; readonly splices: readonly TextSplice[] } | undefined;

  constructor(context: EditorContext, target: TextTarget) {
    this.#context = context;
    this.#target = target;
    this.#isOnBoard = !target.isNew;
    this.#least = "h" in target.shape ? target.shape : undefined;
    this.#field = this.#bodyNow() ?? NOTHING;
    this.#clock = freshClock(this.#field, context.store.client, context.store.nextN);
    this.#show(this.#field);
  }

  /** False for a new text before its first letter. */
  get isOnBoard(): boolean {
    return this.#isOnBoard;
  }

  /** True where nothing but space is on the board. */
  get isBlank(): boolean {
    return this.#isOnBoard && isBlank(this.#bodyNow()?.text ?? "");
  }

  /** The field has this text now; `caret` is where it stands. */
  write(typed: string, caret: number | undefined): void {
    const text = typed.slice(0, MAX_TEXT_LENGTH).toWellFormed();
    const current = this.#context.shape(this.#target.shape.id);
    if (current === undefined || !hasText(current)) return;
    if (this.#isOnBoard) this.#edit(current, text, caret);
    else if (current.kind !== "text") return;
    else if (isBlank(text)) this.#ghost(current, text);
    else this.#begin(current, text);
  }

  /** Gives a new text another style before its first letter; what is on the board is restyled there. */
  restyle(patch: StylePatch): void {
    const ghost = this.#isOnBoard ? undefined : this.#context.shape(this.#target.shape.id);
    if (ghost?.kind === "text") this.#ghost(withProps(ghost, styleChanges(ghost, patch)), ghost.text);
  }

  /** What the field has to write for a wish about lists; `start` and `end`: what is selected in it. Undefined: what it writes anyway. */
  plan(wish: ListWish, start: number, end: number): FieldEdit | undefined {
    const { text } = this.#field;
    const edit = this.#isComposing ? undefined : listEdit(wish, text, start, end);
    if (edit === undefined) return undefined;
    const { splices } = edit;
    const after = splicedText(text, splices);
    this.#planned = { text: after, splices };
    const [first, last] = [splices[0], splices.at(-1)];
    const from = first?.at ?? start;
    const to = last === undefined ? from : last.at + last.remove;
    return { from, to, insert: after.slice(from, after.length - (text.length - to)), start: edit.start, end: edit.end };
  }

  compose(isComposing: boolean): void {
    this.#isComposing = isComposing;
    this.follow();
  }

  /** What others have typed appears in the field, but not under the hands of an input method that is composing a letter. */
  follow(): void {
    const body = this.#isOnBoard && !this.#isComposing ? this.#bodyNow() : undefined;
    if (body !== undefined) this.#show(body);
  }

  /** Nothing but space: seen by this person only. */
  #ghost(current: TextShape, text: string): void {
    const ghost = withProps(current, { text, ...measuredText(current, { text }, this.#context.measureText) });
    this.#show({ text, runs: [] });
    this.#context.patch({ preview: new Map([[current.id, ghost]]) });
  }

  /** The first letters: the shape comes empty and is typed into, so that undo can tell the letters from those of others. */
  #begin(current: TextShape, text: string): void {
    const box = measuredText(current, { text }, this.#context.measureText);
    const at = this.#clock;
    const edit: TextEdit = { ins: { at, text } };
    this.#isOnBoard = true;
    this.#clock += text.length;
    // Before the commit, as in an edit: an input method composes these letters, and what it has in the field stays.
    this.#show(edited(NOTHING, [edit], this.#context.store.client) ?? NOTHING);
    this.#context.history.commit([
      { op: "add", shape: withProps(current, { ...box, text: "" }) },
      { op: "txt", id: current.id, w: box.w, h: box.h, ...edit },
    ]);
    this.#context.patch({ preview: new Map() });
    this.follow();
  }

  #edit(current: TextBearing, text: string, caret: number | undefined): void {
    const { store, history, measureText } = this.#context;
    const edits = this.#editsTo(text, caret);
    const body = this.#bodyNow();
    if (edits.length === 0 || body === undefined) return;
    const after = edited(body, edits, store.client);
    // No room is left in it: the field shows again what is there.
    if (after === undefined) return this.#show(body);
    const fitted = fittedText(withProps(current, { text: after.text }), measureText, { least: this.#least });
    const { box } = fitted;
    const props = { ...fitted.props, ...this.#signature(current, after.text) };
    // Place and size are written only where they change: others may be dragging the shape.
    const { id } = current;
    const moved: readonly Op[] = Object.keys(props).length === 0 ? [] : [{ op: "set", id, props: wholeGroups(current, props) }];
    this.#clock += edits.reduce((sum, { ins }) => sum + (ins?.text.length ?? 0), 0);
    // Before the commit: the field's owner hears of that too, and must not put back what was just typed.
    this.#show((this.#isComposing ? edited(this.#field, edits, store.client) : undefined) ?? after);
    history.commit([...edits.map((edit): Op => ({ op: "txt", id, ...box, ...edit })), ...moved]);
    this.follow();
  }

  /** What makes this text of the field's: the planned changes, or else the one stretch in which they differ. */
  #editsTo(text: string, caret: number | undefined): readonly TextEdit[] {
    const planned = this.#planned;
    this.#planned = undefined;
    if (planned?.text === text) return spliceBody(this.#field, planned.splices, this.#clock, this.#context.store.client)?.edits ?? [];
    const splice = spliceBetween(this.#field.text, text, caret);
    return splice === undefined ? [] : [editOfSplice(this.#field, splice, this.#clock)];
  }

  /** Who writes on a sticky note first has their name on it. */
  #signature(shape: TextBearing, text: string): { readonly author?: string } {
    const author = shape.kind === "note" && shape.author === "" && !isBlank(text) ? this.#context.author?.() : undefined;
    return author === undefined ? {} : { author: author.slice(0, MAX_AUTHOR_LENGTH).toWellFormed() };
  }

  #bodyNow(): TextBody | undefined {
    const entry = this.#context.store.view.entry(this.#target.shape.id);
    return entry && textBodyOf(entry);
  }

  /** The field is to show this; letters are told apart by it from now on. */
  #show(body: TextBody): void {
    this.#field = body;
    this.#context.patch({ editingText: { id: this.#target.shape.id, at: this.#target.at, field: body } });
  }
}

function edited(body: TextBody, edits: readonly TextEdit[], client: string): TextBody | undefined {
  return edits.reduce<TextBody | undefined>((done, edit) => done && applyTextEdit(done, edit, client)?.body, body);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
