// Puts the selection elsewhere in the stack.
import type { OrderStep } from "../arrange/order.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command, Shortcut } from "./command.ts";

function orderCommand(step: OrderStep, keys: readonly Shortcut[], tldrawKey: Shortcut): Command {
  return {
    id: `order.${step}`,
    keys,
    tldrawKeys: [tldrawKey],
    menu: "selection",
    isEnabled: isSelectionFree,
    run: (context) => context.parts.use("arrange", ({ reorder }) => reorder(context, step)),
  };
}

export const orderCommands: readonly Command[] = [
  orderCommand("front", [{ key: "]" }, { key: "]", mod: true, shift: true }, { key: "]", mod: true, alt: true }], { key: "]" }),
  orderCommand("back", [{ key: "[" }, { key: "[", mod: true, shift: true }, { key: "[", mod: true, alt: true }], { key: "[" }),
  orderCommand(
    "forward",
    [
      { key: "]", mod: true },
      { key: "]", alt: true },
    ],
    { key: "]", alt: true },
  ),
  orderCommand(
    "backward",
    [
      { key: "[", mod: true },
      { key: "[", alt: true },
    ],
    { key: "[", alt: true },
  ),
];
