// What lies over an open board: one thing at a time that was asked for, and beside it the outline, which stays.
import type { HostLayer } from "@inkroom/editor";
import { createWritable, type Writable } from "../ui/readable.ts";

export type AskedLayer = Exclude<HostLayer, { readonly kind: "outline" }>;

export type BoardLayers = {
  /** A menu, the palette, the sheet of shortcuts; undefined where none is open. */
  readonly asked: Writable<AskedLayer | undefined>;
  readonly isOutlineOpen: Writable<boolean>;
  open(layer: HostLayer): void;
};

export function createBoardLayers(): BoardLayers {
  const asked = createWritable<AskedLayer | undefined>(undefined);
  const isOutlineOpen = createWritable<boolean>(false);
  return {
    asked,
    isOutlineOpen,
    open: (layer) => (layer.kind === "outline" ? isOutlineOpen.set(!isOutlineOpen.get()) : asked.set(layer)),
  };
}
