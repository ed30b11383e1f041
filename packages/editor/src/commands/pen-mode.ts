// Whether fingers draw as well, once a pen has been used.
import type { Command } from "./command.ts";

export const penMode: Command = {
  id: "tool.pen-mode",
  keys: [],
  isEnabled: (state) => state.penMode !== "unseen",
  run: (context) => context.patch({ penMode: context.state.penMode === "on" ? "off" : "on" }),
};
