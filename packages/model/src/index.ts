// The document: entries, ops, how ops apply, how they are checked, undone, hashed and listed.
export { applyOp, applyTxn } from "./apply.ts";
export { Board, type EntryReader, type EntryTable } from "./board.ts";
export { BoardSum } from "./board-sum.ts";
export { BoardOverlay } from "./board-overlay.ts";
export type { BoardChange, BoardStore, BoardView, OwnGuard } from "./board-store.ts";
export { checkedShapeSchema } from "./checked-shape.ts";
export { checkOp, type CheckReason, checkTxn } from "./check-op.ts";
export { incoherences } from "./coherence.ts";
export { drawnStore, type DrawnStore, type DrawnView } from "./drawn-store.ts";
export { type DeadEntry, type Entry, entrySchema, idOfEntry, isAllBy, type LiveEntry, makerOf, type Rev, tagOfProp } from "./entry.ts";
export { Graveyard, lifeAhead } from "./graveyard.ts";
export { hashBoard } from "./hash.ts";
export { applicable, invertTxn, mergeRestorations, restorationOps, retag, writtenOver } from "./invert.ts";
export type { AddOp } from "./ops/add.ts";
export type { DelOp } from "./ops/del.ts";
export type { MvOp } from "./ops/mv.ts";
export { type Op, opSchema } from "./ops/op.ts";
export type { PtsOp } from "./ops/pts.ts";
export type { RestoreOp } from "./ops/restore.ts";
export type { Props, SetOp } from "./ops/set.ts";
export type { TxtOp } from "./ops/txt.ts";
export { indexBetween, indicesBetween } from "./order.ts";
export { drawnParent } from "./parents.ts";
export { renumber, renumberOp } from "./renumber.ts";
export type {
  PlaceRestoration,
  PropRestoration,
  RemoveRestoration,
  Restoration,
  ReviveRestoration,
  TextRestoration,
} from "./restoration.ts";
export { isSameList } from "./same-list.ts";
export { boardFromEntries, snapshotEntries } from "./snapshot.ts";
export { type ClientId, clientIdSchema, clientOf, type Tag, tagOf, tagSchema } from "./tag.ts";
export { type LoggedTxn, loggedTxnSchema, tagOfTxn, type Txn } from "./txn.ts";
export {
  CLOCKS_PER_TXN,
  freshClock,
  MAX_TEXT_RUNS,
  type TextBody,
  textBodyOf,
  type TextRange,
  type TextRun,
  type TextUnit,
  textUnitSchema,
} from "./text/text-body.ts";
export { applyTextEdit, type TextEdit, type TextPiece } from "./text/text-edit.ts";
export { editOfSplice, movedOffset, offsetBehind, spliceBetween, type TextSplice, unitBefore } from "./text/text-splice.ts";
