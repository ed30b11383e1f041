// A tooltip: the name of a control and its key, on hover and on keyboard focus.
import * as Tooltip from "radix-ui/tooltip";
import type { ReactElement } from "react";

type TipProps = {
  readonly label: string;
  /** The key as people read it, e.g. "Ctrl+Z". */
  readonly keys?: string | undefined;
  readonly side?: "top" | "right" | "bottom" | "left";
  readonly children: ReactElement;
};

export function Tip({ label, keys, side = "bottom", children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tip" side={side} sideOffset={8} collisionPadding={8} aria-hidden>
          {label}
          {keys !== undefined && <kbd>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
