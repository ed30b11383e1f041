// What the palette offers: every command of the registry that can be run now, and what the page itself can do.
import { type Editor, KEY_PRESETS } from "@inkroom/editor";
import { commandLabel } from "../i18n/command-label.ts";
import { LANGUAGE_NAMES } from "../i18n/language.ts";
import { t } from "../i18n/translate-later.ts";
import type { Services } from "../services.ts";
import { THEME_CHOICES } from "../theme/theme.ts";
import { keyOf } from "../toolbar/command-keys.ts";
import { PRESET_NAMES } from "../toolbar/preset-names.ts";
import { FAMILY_TITLES, familyOf, familyTitle, listedCommands } from "./command-families.ts";

export type PaletteEntry = {
  readonly id: string;
  readonly label: string;
  /** Its heading; also what it is found by. */
  readonly more: string;
  readonly keys: string | undefined;
  readonly run: () => void;
};

/** In the order of the headings of the help sheet. */
export function paletteEntries(editor: Editor, services: Services): readonly PaletteEntry[] {
  const signs = { isMac: services.isMac, keyPreset: editor.state.keyPreset };
  const commands = listedCommands().filter((command) => command.id !== "open.palette" && command.isEnabled(editor.state));
  return [
    ...FAMILY_TITLES.flatMap((title) =>
      commands
        .filter(({ id }) => familyTitle(familyOf(id)) === title)
        .map(({ id }) => ({ id, label: commandLabel(id), more: t(title), keys: keyOf(id, signs), run: () => void editor.run(id) })),
    ),
    ...pageEntries(services),
    ...presetEntries(editor),
  ];
}

/** The keys of the other whiteboard. */
function presetEntries(editor: Editor): readonly PaletteEntry[] {
  return KEY_PRESETS.filter((preset) => preset !== editor.state.keyPreset).map((preset) => ({
    id: `page.keys-${preset}`,
    label: t("palette.keys", { name: PRESET_NAMES[preset] }),
    more: t("palette.page"),
    keys: undefined,
    run: () => editor.setPreferences({ keyPreset: preset }),
  }));
}

function pageEntries({ router, theme, language, openNewBoard, toast }: Services): readonly PaletteEntry[] {
  const openNew = (): void => {
    openNewBoard().catch(() => toast.set({ title: t("home.failed"), kind: "failure" }));
  };
  const entry = (id: string, label: string, run: () => void): PaletteEntry => ({
    id,
    label,
    more: t("palette.page"),
    keys: undefined,
    run,
  });
  return [
    entry("page.new", t("menu.new"), openNew),
    entry("page.home", t("menu.home"), () => router.go("/")),
    ...LANGUAGE_NAMES.map(([code, name]) =>
      entry(`page.language-${code}`, t("palette.language", { language: name }), () => void language.choose(code)),
    ),
    ...THEME_CHOICES.map((choice) =>
      entry(`page.theme-${choice}`, t("palette.theme", { theme: t(`menu.theme.${choice}`) }), () => theme.choose(choice)),
    ),
  ];
}
