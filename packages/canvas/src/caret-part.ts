// What other people's carets consist of, fetched with the first of them (late-carets.ts).
export { paintCarets } from "./caret-painter.ts";
export { peerCarets } from "./peer-carets.ts";
