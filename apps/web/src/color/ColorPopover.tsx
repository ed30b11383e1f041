// The popover of all colours. One is open at a time, by the swatch that is its trigger or by a key.
import type { ColorUse, StylePatch } from "@inkroom/editor";
import type { FillColor } from "@inkroom/shapes";
import * as Popover from "radix-ui/popover";
import { type KeyboardEvent, type ReactElement, Suspense } from "react";
import { useBoard } from "../board/board-context.ts";
import { paletteColor } from "./palette-keys.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { useReadable } from "../ui/readable.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";

const isTypedIn = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.dataset["typed"] !== undefined;
const ColorChooser = lazyPart(async () => (await import("./ColorChooser.tsx")).ColorChooser);

type ColorPopoverProps = {
  readonly use: ColorUse;
  readonly value: FillColor | "mixed";
  readonly also?: StylePatch | undefined;
  readonly label: string;
  /** What it opens beside; its trigger is in it. */
  readonly children: ReactElement;
};

export function ColorPopover({ use, value, also, label, children }: ColorPopoverProps) {
  const { editor, layers } = useBoard();
  const asked = useReadable(layers.asked);
  const isNarrow = useMediaQuery("(max-width: 720px)");
  // Only one of the colours that are no inside's is on show: a key means that one.
  const isOpen = asked?.kind === "color" && (asked.of === "fillColor") === (use === "fillColor");
  const change = (open: boolean): void => {
    if (open) layers.open({ kind: "color", of: use });
    // Another layer may have been asked for out of this one.
    else if (layers.asked.get() === asked) layers.close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const color = event.target instanceof HTMLInputElement ? undefined : paletteColor(event);
    if (color === undefined) return;
    event.preventDefault();
    editor.setStyle({ ...also, [use]: color });
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={change}>
      <Popover.Anchor asChild>{children}</Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className="pop color-popover"
          side={isNarrow ? "top" : "left"}
          align={isNarrow ? "center" : "start"}
          // A phone is not high enough for both: it lies over the row, whose colours it has as well.
          sideOffset={isNarrow ? (use === "fillColor" ? 8 : -96) : 20}
          collisionPadding={12}
          aria-label={label}
          onKeyDown={onKeyDown}
          // The first Escape is for what is being typed.
          onEscapeKeyDown={(event) => isTypedIn(event.target) && event.preventDefault()}
          // Where something else has been opened meanwhile, the focus is already there.
          onCloseAutoFocus={(event) => document.activeElement !== document.body && event.preventDefault()}
        >
          <Suspense fallback={<div className="color-wait" />}>
            <ColorChooser use={use} value={value} also={also} />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
