// What the part "arrange" consists of (code-parts.ts): the work of commands that lay out what is selected.
export { align, distribute } from "./align.ts";
export { copyStyle, pasteStyle } from "./copy-style.ts";
export { flip } from "./flip.ts";
export { group, ungroup } from "./group.ts";
export { toggleLock, unlockAll } from "./lock.ts";
export { turn } from "./turn-by.ts";
export { walk } from "./walk.ts";
