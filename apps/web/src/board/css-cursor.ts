// The editor's cursors as CSS has them.
import type { CssCursorName } from "@inkroom/editor";

/** A ring of the eraser's size, dark with a light edge: to be seen on any paper and ink. */
const ERASER_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" fill="none"><circle cx="12" cy="12" r="10" stroke="#fff" stroke-width="3"/><circle cx="12" cy="12" r="10" stroke="#333" stroke-width="1.25"/></svg>';

export function cssCursor(name: CssCursorName): string {
  return name === "eraser" ? `url("data:image/svg+xml,${encodeURIComponent(ERASER_SVG)}") 12 12, cell` : name;
}
