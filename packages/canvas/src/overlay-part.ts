// What lies over the board, fetched with the first of it (late-overlay.ts).
export { CursorPainter } from "./cursor-painter.ts";
export { LaserPainter } from "./laser-painter.ts";
export { isEmptyOverlay, overlayModel } from "./overlay-model.ts";
export { paintOverlay } from "./overlay-painter.ts";
export { peerCarets } from "./peer-carets.ts";
