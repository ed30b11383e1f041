// Light or dark: the person's choice, or the system's where they made none. The stylesheet and the canvas follow.
import type { KeyValueStore } from "../host/key-value-store.ts";

export const THEME_CHOICES = ["light", "dark", "system"] as const;
type ThemeChoice = (typeof THEME_CHOICES)[number];
export type Theme = "light" | "dark";

export type ThemeStore = {
  readonly choice: ThemeChoice;
  /** What is shown. */
  readonly theme: Theme;
  choose(choice: ThemeChoice): void;
  subscribe(listener: () => void): () => void;
};

const KEY = "inkroom.theme";

/** PORT: what the system prefers, and when that changes. */
export type SystemTheme = { isDark(): boolean; subscribe(listener: () => void): void };

/** The theme of this browser. `show` is called now and at each change, with what is to be shown. */
export function createThemeStore(store: KeyValueStore, system: SystemTheme, show: (theme: Theme) => void): ThemeStore {
  const listeners = new Set<() => void>();
  let choice = THEME_CHOICES.find((known) => known === store.get(KEY)) ?? "system";
  const resolve = (): Theme => (choice === "system" ? (system.isDark() ? "dark" : "light") : choice);
  let theme = resolve();
  const update = (): void => {
    theme = resolve();
    show(theme);
    for (const listener of listeners) listener();
  };
  system.subscribe(update);
  show(theme);
  return {
    get choice() {
      return choice;
    },
    get theme() {
      return theme;
    },
    choose(next) {
      choice = next;
      store.set(KEY, next);
      update();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The system's preference by media query. */
export function createSystemTheme(window: Window): SystemTheme {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  return { isDark: () => query.matches, subscribe: (listener) => query.addEventListener("change", listener) };
}
