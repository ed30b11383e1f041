// The editor's cursors as CSS has them.
import type { CssCursorName } from "@inkroom/editor";

/** A ring of the eraser's size, dark with a light edge: to be seen on any paper and ink. */
const ERASER_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" fill="none"><circle cx="12" cy="12" r="10" stroke="#fff" stroke-width="3"/><circle cx="12" cy="12" r="10" stroke="#333" stroke-width="1.25"/></svg>';

/** An arrow on an arc. */
const TURN_ARC = "M19 12a7 7 0 1 1-2.2-5.1M17.5 3v4.2h-4.2";
const TURN_SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" fill="none"><path d="${TURN_ARC}" stroke="#fff" stroke-width="4"/><path d="${TURN_ARC}" stroke="#333" stroke-width="1.75"/></svg>`;

export function cssCursor(name: CssCursorName): string {
  if (name === "eraser") return `${drawn(ERASER_SVG)} 12 12, cell`;
  return name === "turn" ? `${drawn(TURN_SVG)} 12 12, grab` : name;
}

function drawn(svg: string): string {
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
