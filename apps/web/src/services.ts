// What the whole tab shares, built once in main.tsx and handed to React through one context.
import { createContext, useContext } from "react";
import type { RecentBoards } from "./home/recent-boards.ts";
import type { Thumbnails } from "./home/thumbnails.ts";
import type { BoardApi } from "./host/board-api.ts";
import type { BoardSession } from "./host/board-session.ts";
import type { BoardsLeft } from "./host/boards-left.ts";
import type { KeyValueStore } from "./host/key-value-store.ts";
import type { LanguageStore } from "./i18n/language.ts";
import type { Profile } from "./presence/profile.ts";
import type { Router } from "./router.ts";
import type { ThemeStore } from "./theme/theme.ts";
import type { Writable } from "./ui/readable.ts";

export type Toast = {
  readonly title: string;
  readonly text?: string;
  /** `loss`: something is gone that this person had. `failure`: something could not be done. Default: it was done. */
  readonly kind?: "loss" | "failure";
  /** What the person can do about it while the toast is on show. */
  readonly action?: { readonly label: string; readonly run: () => void };
};

export type Services = {
  readonly api: BoardApi;
  readonly router: Router;
  readonly store: KeyValueStore;
  /** What this tab alone remembers, over reloads. */
  readonly tab: KeyValueStore;
  readonly recents: RecentBoards;
  readonly thumbnails: Thumbnails;
  /** Boards that were left and are not closed yet. */
  readonly left: BoardsLeft<BoardSession>;
  readonly theme: ThemeStore;
  readonly language: LanguageStore;
  readonly profile: Writable<Profile>;
  /** True until the page shows what it was opened for. What nobody waits for is put off until then. */
  readonly opening: Writable<boolean>;
  /** The message on show; undefined when none is. */
  readonly toast: Writable<Toast | undefined>;
  /** True on Apple devices: shortcuts are shown with their signs, and `mod` is Cmd. */
  readonly isMac: boolean;
  /** Makes a board on the server and goes there. Rejects where the server cannot be reached. */
  readonly openNewBoard: () => Promise<void>;
};

const ServicesContext = createContext<Services | undefined>(undefined);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error("useServices is only for components under ServicesProvider");
  return services;
}
