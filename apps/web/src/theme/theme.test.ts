import { expect, test } from "vitest";
import { createMemoryStore } from "../host/key-value-store.ts";
import { createThemeStore, type Theme } from "./theme.ts";

function fixture(systemIsDark: boolean) {
  const store = createMemoryStore();
  const shown: Theme[] = [];
  const system = { dark: systemIsDark, change: () => {} };
  const open = () =>
    createThemeStore(store, { isDark: () => system.dark, subscribe: (listener) => void (system.change = listener) }, (theme) =>
      shown.push(theme),
    );
  return { system, shown, open };
}

test("without a choice the system's theme is shown, and followed", () => {
  const { system, shown, open } = fixture(false);
  open();
  system.dark = true;
  system.change();
  expect(shown).toEqual(["light", "dark"]);
});

test("a choice is shown at once, kept, and stronger than the system", () => {
  const { system, shown, open } = fixture(false);
  open().choose("dark");
  system.change();
  expect(shown.at(-1)).toBe("dark");
  expect(open().choice).toBe("dark");
});
