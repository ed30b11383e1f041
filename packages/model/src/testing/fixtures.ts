// Small boards and shapes for the unit tests of this package.
import type { RectShape } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import { applyTxn } from "../apply.ts";
import { Board } from "../board.ts";
import type { Op } from "../ops/op.ts";

export const ANN = "ann-ann-ann-ann-";
export const BOB = "bob-bob-bob-bob-";

export function rect(id: string, changes: Partial<RectShape> = {}): RectShape {
  const place = { parent: "page", index: "a0", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" };
  return { id, kind: "rect", ...PLAIN_RECT, ...place, w: 10, h: 10, color: "ink", fill: "none", dash: "solid", size: "m", ...changes };
}

/** A board on which each [client, ops] was applied as one transaction; n counts over all of them. */
export function boardOf(...txns: readonly (readonly [client: string, ...ops: readonly Op[]])[]): Board {
  const board = new Board();
  txns.forEach(([client, ...ops], i) => applyTxn(board, { client, n: i + 1, ops }));
  return board;
}
