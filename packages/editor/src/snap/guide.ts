// What is shown while something is held in line with something else.
import type { Vec } from "@inkroom/geometry";

/** `line`: edges or centres that lie in line. `gap`: free space that is as wide as another one; it gets ends. Page space. */
export type Guide = { readonly kind: "line" | "gap"; readonly from: Vec; readonly to: Vec };
/** How far what is moved has to go to be in line, page units, and what to show of it. */
export type Snap = { readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] };
