// What the editor asks its host to open over the board: the host draws it.
import type { Vec } from "@inkroom/geometry";
import type { ShapeId } from "@inkroom/shapes";
import type { ColorUse } from "./style.ts";

export type HostLayer =
  /** The menu of what is selected, or of the board where nothing is; `at` in screen pixels. */
  | { readonly kind: "menu"; readonly at: Vec }
  /** A list of what is on the board; closed where it is open. */
  | { readonly kind: "outline" }
  /** A search through all that is written on the board. */
  | { readonly kind: "find" }
  /** The frames as slides, from one of them or from the first. */
  | { readonly kind: "present"; readonly from?: ShapeId }
  /** The colours there are, for one use of them; and the board, to take one from. */
  | { readonly kind: "color" | "pick-color"; readonly of: ColorUse }
  /** The fonts there are. */
  | { readonly kind: "font" }
  /** What is to be seen on a picture, in words. */
  | { readonly kind: "describe"; readonly id: ShapeId }
  /** What a shape leads to. */
  | { readonly kind: "link"; readonly id: ShapeId }
  /** Whether so many shapes, all that are not locked, are to be taken off the board: Editor.clearBoard. */
  | { readonly kind: "clear"; readonly count: number }
  /** What one says at one's cursor. */
  | { readonly kind: "say" }
  /** What picture to make of the board, and how. */
  | { readonly kind: "export" }
  /** Every command by its name; the sheet of shortcuts. */
  | { readonly kind: "palette" }
  | { readonly kind: "help" };
