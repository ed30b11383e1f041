// What lies over an open board: one thing at a time that was asked for, and beside it the outline, which stays.
import type { HostLayer } from "@inkroom/editor";
import { createWritable, type Writable } from "../ui/readable.ts";
import { createTypedAhead, type TypedAhead } from "./typed-ahead.ts";

export type AskedLayer = Exclude<HostLayer, { readonly kind: "outline" }>;

export type BoardLayers = {
  /** A menu, the palette, the sheet of shortcuts; undefined where none is open. */
  readonly asked: Writable<AskedLayer | undefined>;
  /** What was typed since it was asked for, while its code was on its way. */
  readonly typed: TypedAhead;
  readonly isOutlineOpen: Writable<boolean>;
  open(layer: HostLayer): void;
  /** Closes what was asked for. */
  close(): void;
};

export function createBoardLayers(): BoardLayers {
  const asked = createWritable<AskedLayer | undefined>(undefined);
  const isOutlineOpen = createWritable<boolean>(false);
  const typed = createTypedAhead();
  return {
    asked,
    typed,
    isOutlineOpen,
    open(layer) {
      if (layer.kind === "outline") return isOutlineOpen.set(!isOutlineOpen.get());
      typed.take();
      asked.set(layer);
    },
    close: () => asked.set(undefined),
  };
}
