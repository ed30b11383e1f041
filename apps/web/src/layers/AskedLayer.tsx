// What lies over the board because it was asked for: a menu, the palette, the sheet of shortcuts.
import { Suspense } from "react";
import { useBoard } from "../board/board-context.ts";
import type { AskedLayer as Asked } from "../host/board-layers.ts";
import { CommandPalette } from "./CommandPalette.tsx";
import { ContextMenu } from "./ContextMenu.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { KeysAhead } from "./KeysAhead.tsx";
import { lazyPart } from "../ui/lazy-part.ts";

const ClearDialog = lazyPart(async () => (await import("../clear/ClearDialog.tsx")).ClearDialog);
const DescribeDialog = lazyPart(async () => (await import("../pictures/DescribeDialog.tsx")).DescribeDialog);
const LinkPopover = lazyPart(async () => (await import("../links/LinkPopover.tsx")).LinkPopover);
const PickColor = lazyPart(async () => (await import("../color/PickColor.tsx")).PickColor);
const SayField = lazyPart(async () => (await import("../speech/SayField.tsx")).SayField);
const ExportDialog = lazyPart(async () => (await import("../export/ExportDialog.tsx")).ExportDialog);

export function AskedLayer({ layer }: { readonly layer: Asked }) {
  const { asked, typed } = useBoard().layers;
  // Another one may have been asked for since.
  const close = (): void => {
    if (asked.get() === layer) asked.set(undefined);
  };
  switch (layer.kind) {
    case "menu":
      return <ContextMenu key={`${layer.at.x} ${layer.at.y}`} at={layer.at} onClose={close} />;
    case "color":
    case "font":
      // Opened beside its swatch (style-panel/ColorRow.tsx); a row of the panel (style-panel/FontRow.tsx).
      return null;
    case "pick-color":
      return (
        <Suspense fallback={null}>
          <PickColor use={layer.of} onClose={close} />
        </Suspense>
      );
    case "palette":
      return <CommandPalette onClose={close} />;
    case "export":
      return (
        <Suspense fallback={null}>
          <ExportDialog onClose={close} />
        </Suspense>
      );
    case "clear":
      return (
        <Suspense fallback={null}>
          <ClearDialog count={layer.count} onClose={close} />
        </Suspense>
      );
    case "describe":
      return (
        <Suspense fallback={null}>
          <DescribeDialog id={layer.id} onClose={close} />
        </Suspense>
      );
    case "link":
      return (
        <Suspense fallback={null}>
          <LinkPopover key={layer.id} id={layer.id} onClose={close} />
        </Suspense>
      );
    case "say":
      return (
        <Suspense fallback={<KeysAhead typed={typed} onClose={close} />}>
          <SayField onClose={close} />
        </Suspense>
      );
    case "help":
      return <HelpDialog onClose={close} />;
    default:
      return layer satisfies never;
  }
}
