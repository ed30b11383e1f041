// Ways to be at a board: with nothing around it, only looking at it, with numbers beside it.
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
    run: ({ state, patch }) => patch(state.zen ? { zen: false } : { zen: true, stats: false }),
  },
  {
    id: "view.look-only",
    keys: [{ key: "r", alt: true }],
    menu: "board",
    // Who has a link to look at the board does nothing else.
    isEnabled: ({ readonly, lookOnly }) => !readonly || lookOnly,
    run: ({ state, editor }) => editor.setLookOnly(!state.lookOnly),
  },
  {
    id: "view.stats",
    keys: [{ key: "/", alt: true }],
    menu: "board",
    isEnabled: () => true,
    run: ({ state, patch }) => patch({ stats: !state.stats }),
  },
];
