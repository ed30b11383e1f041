// Which language the page speaks: the person's choice, or the first of the browser's languages that there is a table for.
import type { KeyValueStore } from "../host/key-value-store.ts";
import type { Messages } from "./en-later.ts";
import { en } from "./en.ts";
import { speak } from "./translate.ts";

/** Each by its own name, for those who cannot read the one on show. */
const LANGUAGES = { en: "English", de: "Deutsch", es: "Español", fr: "Français" } as const;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_NAMES = Object.entries(LANGUAGES) as readonly (readonly [Language, string])[]; // reason: its own keys

/** Fetched when they are spoken; English is there at once, for what else could say that another one cannot be had? */
const TABLES: Readonly<Record<Exclude<Language, "en">, () => Promise<Messages>>> = {
  de: async () => (await import("./de.ts")).de,
  es: async () => (await import("./es.ts")).es,
  fr: async () => (await import("./fr.ts")).fr,
};
const KEY = "inkroom.language";
/** Scripts that run from right to left, by ISO 639 code. None of the tables is in one yet; the page is made for them. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);

export type LanguageStore = {
  /** What is spoken. */
  readonly language: Language;
  /** Speaks another language once its table is there; stays with this one where it cannot be had. */
  choose(language: Language): Promise<void>;
  subscribe(listener: () => void): () => void;
};

const noop = (): void => {};

/** The first language of `wished` (BCP 47 tags, best first) that there is a table for. */
export function languageFor(wished: readonly string[]): Language {
  const codes = wished.map((tag) => tag.toLowerCase().split("-")[0]);
  return codes.map(languageOf).find((known) => known !== undefined) ?? "en";
}

/** Speaks the language of this browser; `ready` when its table is there, or cannot be had. */
export function createLanguageStore(
  store: KeyValueStore,
  { languages, document }: { readonly languages: readonly string[]; readonly document: Document },
): LanguageStore & { readonly ready: Promise<void> } {
  const listeners = new Set<() => void>();
  let language: Language = "en";
  const use = async (next: Language): Promise<void> => {
    speak(next === "en" ? en : await TABLES[next](), next);
    language = next;
    document.documentElement.lang = next;
    document.documentElement.dir = RIGHT_TO_LEFT.has(next) ? "rtl" : "ltr";
    for (const listener of listeners) listener();
  };
  const first = languageOf(store.get(KEY)) ?? languageFor(languages);
  return {
    get language() {
      return language;
    },
    choose: (next) => use(next).then(() => store.set(KEY, next), noop),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ready: use(first).catch(noop),
  };
}

function languageOf(code: string | null | undefined): Language | undefined {
  return code !== null && code !== undefined && Object.hasOwn(LANGUAGES, code) ? (code as Language) : undefined; // reason: an own key
}
