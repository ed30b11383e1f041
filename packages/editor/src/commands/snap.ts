// What things are held in line with while they are moved.
import type { Command } from "./command.ts";

export const snapCommands: readonly Command[] = [
  {
    id: "view.snap",
    keys: [{ key: "s", alt: true }],
    // There it aligns.
    tldrawKeys: [],
    menu: "board",
    isEnabled: (state) => !state.readonly,
    run: ({ state, patch }) => patch({ snaps: !state.snaps }),
  },
  {
    id: "view.grid",
    keys: [{ key: "'", mod: true }],
    menu: "board",
    isEnabled: (state) => !state.readonly,
    run: ({ state, patch }) => patch({ grid: !state.grid }),
  },
];
