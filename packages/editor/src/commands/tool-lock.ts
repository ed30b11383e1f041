// Keeps a drawing tool after its shape is made.
import type { Command } from "./command.ts";

export const toolLock: Command = {
  id: "tool.lock",
  keys: [{ key: "q" }],
  isEnabled: (state) => !state.readonly,
  run: (context) => context.patch({ toolLocked: !context.state.toolLocked }),
};
