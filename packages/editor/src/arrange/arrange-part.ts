// What the part "arrange" consists of (code-parts.ts): the work of commands on what is selected.
export { align, distribute } from "./align.ts";
export { colorAt } from "./color-at.ts";
export { changeLists, openFirstLink } from "./change-lists.ts";
export { copyStyle, pasteStyle } from "./copy-style.ts";
export { duplicateSelected } from "./duplicate.ts";
export { goToFrame } from "../frames/frame-by-frame.ts";
export { flip } from "./flip.ts";
export { group, ungroup } from "./group.ts";
export { toggleLock, unlockAll } from "./lock.ts";
export { nudge } from "./nudge.ts";
export { reorder } from "./order.ts";
export { removeSelected } from "./remove.ts";
export { placeSelection } from "./place-selection.ts";
export { printPaper } from "./print-paper.ts";
export { pickStyle } from "./pick-style.ts";
export { selectBeside, selectChild, selectParent } from "./reach.ts";
export { turn } from "./turn-by.ts";
export { walk } from "./walk.ts";
