// One tooltip beside the control it names. The control's name is its accessible name already: this is for the eye only. It is placed
// as Radix's own tooltip is, but is no layer of its own: those take Escape for themselves, which is meant for what lies under a tip.
import { Popper } from "radix-ui/internal";
import * as Portal from "radix-ui/portal";
import type { ReactNode } from "react";
import type { TipSide } from "./tip.ts";
import type { TipTarget } from "./tip-watch.ts";

export function TipBubble({ target: { element, rect } }: { readonly target: TipTarget }) {
  const keys = element.getAttribute("data-tip-keys");
  const side = SIDES.find((known) => known === element.getAttribute("data-tip-side")) ?? "bottom";
  return (
    <Bubble rect={rect} side={side}>
      {element.getAttribute("data-tip")}
      {keys !== null && keys !== "" && <kbd>{keys}</kbd>}
    </Bubble>
  );
}

type BubbleProps = {
  /** What it stands beside, screen pixels. */
  readonly rect: Pick<DOMRect, "top" | "left" | "width" | "height">;
  readonly side: TipSide;
  readonly className?: string;
  readonly children: ReactNode;
};

export function Bubble({ rect, side, className = "", children }: BubbleProps) {
  const place = {
    position: "fixed",
    insetBlockStart: rect.top,
    left: rect.left,
    inlineSize: rect.width,
    blockSize: rect.height,
    pointerEvents: "none",
  } as const;
  return (
    <Popper.Root>
      <Popper.Anchor asChild>
        <span style={place} aria-hidden />
      </Popper.Anchor>
      <Portal.Root asChild>
        <Popper.Content className={`tip ${className}`} side={side} sideOffset={8} collisionPadding={8} aria-hidden>
          {children}
        </Popper.Content>
      </Portal.Root>
    </Popper.Root>
  );
}

const SIDES = ["top", "right", "bottom", "left"] as const;
