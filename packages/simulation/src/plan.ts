// What happens in one simulated run: plain data, so that a run can be repeated, cut down and stored.
import type { FaultPoint } from "./crash-driver.ts";
import type { StrangeName } from "./stranger.ts";

/** `c` picks a client and `pick` a shape or the like, both modulo what there is. */
export type Command =
  | { readonly do: "edit"; readonly c: number; readonly what: EditName; readonly pick: number; readonly value: number }
  /** A gesture of several transactions. */
  | { readonly do: "drag"; readonly c: number; readonly pick: number; readonly value: number; readonly moves: number }
  | { readonly do: "undo" | "redo"; readonly c: number }
  | { readonly do: "wait"; readonly ms: number }
  /** The line breaks; with `drain`, what was sent still arrives. */
  | { readonly do: "cut"; readonly c: number; readonly drain: boolean }
  /** Frames vanish without a word. The room finds out after `roomNoticesMs`. */
  | { readonly do: "silence"; readonly c: number; readonly roomNoticesMs: number }
  /** Goes offline or back online by its own wish. */
  | { readonly do: "stop" | "start"; readonly c: number }
  /** Sends a push frame once more that it has sent before. */
  | { readonly do: "repeat"; readonly c: number; readonly pick: number }
  /** The tab is closed and opened again: with its outbox, or as somebody new. */
  | { readonly do: "reload"; readonly c: number; readonly keepOutbox: boolean }
  /** A second tab with the same identity is opened, looks on, and takes the first one's place for a while. */
  | { readonly do: "twin"; readonly c: number }
  /** From its next connection on the client is of a newer version than the room, until it is loaded anew. */
  | { readonly do: "skew"; readonly c: number }
  | { readonly do: "stranger"; readonly what: StrangeName }
  /** The server's wall clock is put forward or back. */
  | { readonly do: "jump"; readonly ms: number }
  | { readonly do: "fault"; readonly at: FaultPoint }
  | { readonly do: "crash"; readonly downMs: number }
  | { readonly do: "drain"; readonly downMs: number }
  /** Cursor, selection and the points under a pen. */
  | { readonly do: "presence"; readonly c: number; readonly value: number };

export const EDIT_NAMES = [
  "add",
  "stroke",
  "points",
  "finish",
  "color",
  "place",
  "order",
  "nest",
  "delete",
  "readd",
  "faulty",
  "text",
  "type",
  "write",
  "resize",
  "arrow",
  "bind",
  "recover",
] as const;
export type EditName = (typeof EDIT_NAMES)[number];

export type Plan = {
  /** For delays and the like. */
  readonly seed: number;
  readonly clients: number;
  /** How many of them, from the last on, have a link with which one adds only; absent in plans from before: none. */
  readonly adders?: number;
  readonly storage: "memory" | "sqlite";
  readonly hibernate: "always" | "idle";
  readonly hibernateAfterMs: number;
  readonly checkpointEvery: number;
  /** Rates so low that pushes are refused for now. */
  readonly tightRates: boolean;
  /** Longest delay of one frame, ms. */
  readonly maxDelayMs: number;
  readonly commands: readonly Command[];
};
