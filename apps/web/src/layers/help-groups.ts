// The shortcuts as the help sheet groups them: made from the command registry, plus what is no command.
import { type CommandId, shortcutsOf } from "@inkroom/editor";
import { commandLabel } from "../i18n/command-label.ts";
import type { LaterKey } from "../i18n/translate-later.ts";
import { t } from "../i18n/translate-later.ts";
import { keysOf, type KeySigns } from "../toolbar/command-keys.ts";
import { FAMILY_TITLES, familyOf, familyTitle, listedCommands } from "./command-families.ts";

type HelpRow = { readonly label: string; readonly keys: readonly string[] };
export type HelpGroup = { readonly title: LaterKey; readonly rows: readonly HelpRow[] };

/** More keys for one command would bury the one to remember. */
const MAX_KEYS = 3;

export function helpGroups(signs: KeySigns): readonly HelpGroup[] {
  const commands = listedCommands().filter((command) => shortcutsOf(command, signs.keyPreset).length > 0);
  const rowOf = (id: CommandId): HelpRow => ({ label: commandLabel(id), keys: keysOf(id, signs).slice(0, MAX_KEYS) });
  const groups = FAMILY_TITLES.map((title) => ({
    title,
    rows: [...commands.filter(({ id }) => familyTitle(familyOf(id)) === title).map(({ id }) => rowOf(id)), ...extraRows(title)],
  }));
  return groups.filter(({ rows }) => rows.length > 0);
}

function extraRows(title: LaterKey): readonly HelpRow[] {
  switch (title) {
    case "help.group.tools":
      return [{ label: t("help.eraseNow"), keys: [t("help.key.mod")] }];
    case "help.group.edit":
      return [
        { label: t("help.lasso"), keys: [t("help.key.alt")] },
        { label: t("help.nudge"), keys: [t("help.key.arrows")] },
        { label: t("help.nudgeFar"), keys: [t("help.key.shiftArrows")] },
      ];
    case "help.group.view":
      return [
        { label: t("help.pan"), keys: [t("help.key.space")] },
        { label: t("help.scroll"), keys: ["PgUp", "PgDn"] },
      ];
    default:
      return [];
  }
}
