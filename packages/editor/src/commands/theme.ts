// Light or dark: the host's, told here so that it has a key.
import type { Command } from "./command.ts";

export const theme: Command = {
  id: "view.theme",
  keys: [{ key: "d", shift: true, alt: true }],
  tldrawKeys: [{ key: "/", mod: true }],
  menu: "board",
  isEnabled: () => true,
  run: (context) => context.onTheme?.(),
};
