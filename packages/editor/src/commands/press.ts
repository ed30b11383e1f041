// The pointer is pressed by a key, as long as that is held: for hands that cannot hold a button and move.
import type { Command } from "./command.ts";

export const pressPointer: Command = {
  id: "tool.press",
  keys: [{ key: "," }],
  isEnabled: (state) => !state.busy,
  run: (context) => context.pressPointer(true),
  release: (context) => context.pressPointer(false),
};
