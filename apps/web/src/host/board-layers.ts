// What lies over an open board: one thing at a time that was asked for, and one panel beside it, which stays.
import type { HostLayer } from "@inkroom/editor";
import { createWritable, type Writable } from "../ui/readable.ts";
import { createTypedAhead, type TypedAhead } from "./typed-ahead.ts";

/** Panels with which the board stays in use; another object each time one is asked for. */
type SidePanel = Extract<HostLayer, { readonly kind: "outline" | "find" }>;
type PresentLayer = Extract<HostLayer, { readonly kind: "present" }>;
export type AskedLayer = Exclude<HostLayer, SidePanel | PresentLayer>;

export type BoardLayers = {
  /** A menu, the palette, the sheet of shortcuts; undefined where none is open. */
  readonly asked: Writable<AskedLayer | undefined>;
  /** What was typed since it, or the search, was asked for, while its code was on its way. */
  readonly typed: TypedAhead;
  readonly panel: Writable<SidePanel | undefined>;
  /** The frames are shown as slides; nothing else opens meanwhile. */
  readonly presenting: Writable<PresentLayer | undefined>;
  open(layer: HostLayer): void;
  /** Closes what was asked for. */
  close(): void;
  closePanel(): void;
  endPresenting(): void;
};

export function createBoardLayers(): BoardLayers {
  const asked = createWritable<AskedLayer | undefined>(undefined);
  const panel = createWritable<SidePanel | undefined>(undefined);
  const presenting = createWritable<PresentLayer | undefined>(undefined);
  const typed = createTypedAhead();
  return {
    asked,
    typed,
    panel,
    presenting,
    open(layer) {
      if (presenting.get() !== undefined) return;
      if (layer.kind === "present") {
        asked.set(undefined);
        return presenting.set(layer);
      }
      if (layer.kind === "outline") return panel.set(panel.get()?.kind === "outline" ? undefined : layer);
      typed.clear();
      if (layer.kind === "find") panel.set(layer);
      else asked.set(layer);
    },
    close: () => asked.set(undefined),
    closePanel: () => panel.set(undefined),
    endPresenting: () => presenting.set(undefined),
  };
}
