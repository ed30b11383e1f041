// What few overlays show, fetched with the first of it (late-overlay.ts): carets of others, lasers, and some handles.
export { paintCarets } from "./caret-painter.ts";
export { paintHandles } from "./handle-painter.ts";
export { LaserPainter } from "./laser-painter.ts";
export { peerCarets } from "./peer-carets.ts";
