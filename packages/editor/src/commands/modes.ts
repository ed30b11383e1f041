// Ways to be at a board: with nothing around it, and only looking at it.
import type { Command } from "./command.ts";

export const modeCommands: readonly Command[] = [
  {
    id: "view.zen",
    keys: [
      { key: "z", alt: true },
      { key: ".", mod: true },
    ],
    tldrawKeys: [
      { key: ".", mod: true },
      { key: "z", alt: true },
    ],
    menu: "board",
    isEnabled: () => true,
    run: ({ state, patch }) => patch({ zen: !state.zen }),
  },
  {
    id: "view.look-only",
    keys: [{ key: "r", alt: true }],
    menu: "board",
    // Who has a link to look at the board does nothing else.
    isEnabled: ({ readonly, lookOnly }) => !readonly || lookOnly,
    run: ({ state, editor }) => editor.setLookOnly(!state.lookOnly),
  },
];
