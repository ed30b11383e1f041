// Whether strokes of the pen become what they resemble. Who turns it on has the pen in the hand then.
import type { Command } from "./command.ts";

export const autoShape: Command = {
  id: "tool.auto-shape",
  keys: [{ key: "x", shift: true }],
  isEnabled: (state) => !state.readonly,
  run({ state, editor, patch }) {
    if (!state.autoShape) editor.setTool("draw");
    patch({ autoShape: !state.autoShape });
  },
};
