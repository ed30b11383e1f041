// One tooltip beside the control it names. The control's name is its accessible name already: this is for the eye only.
import * as Tooltip from "radix-ui/tooltip";
import type { TipTarget } from "./tip-watch.ts";

export function TipBubble({ target: { element, rect } }: { readonly target: TipTarget }) {
  const keys = element.getAttribute("data-tip-keys");
  const side = SIDES.find((known) => known === element.getAttribute("data-tip-side")) ?? "bottom";
  const place = {
    position: "fixed",
    insetBlockStart: rect.top,
    left: rect.left,
    inlineSize: rect.width,
    blockSize: rect.height,
    pointerEvents: "none",
  } as const;
  return (
    <Tooltip.Provider>
      <Tooltip.Root open>
        <Tooltip.Trigger asChild>
          <span style={place} aria-hidden />
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="tip" side={side} sideOffset={8} collisionPadding={8} aria-hidden>
            {element.getAttribute("data-tip")}
            {keys !== null && keys !== "" && <kbd>{keys}</kbd>}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}

const SIDES = ["top", "right", "bottom", "left"] as const;
