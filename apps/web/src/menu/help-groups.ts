// The shortcuts as the help sheet groups them: made from the command registry, plus what is no command.
import { COMMANDS, type CommandId } from "@inkroom/editor";
import { commandLabel } from "../i18n/command-label.ts";
import type { MessageKey } from "../i18n/en.ts";
import { t } from "../i18n/translate.ts";
import { keysOf } from "../toolbar/command-keys.ts";

type HelpRow = { readonly label: string; readonly keys: readonly string[] };
export type HelpGroup = { readonly title: MessageKey; readonly rows: readonly HelpRow[] };

const TITLES: readonly { readonly prefix: string; readonly title: MessageKey }[] = [
  { prefix: "tool.", title: "help.group.tools" },
  { prefix: "edit.", title: "help.group.edit" },
  { prefix: "order.", title: "help.group.arrange" },
  { prefix: "view.", title: "help.group.view" },
  { prefix: "export.", title: "help.group.export" },
];
/** More keys for one command would bury the one to remember. */
const MAX_KEYS = 3;
/** Families of commands that one row describes better than four. */
const FAMILIES = ["edit.nudge-", "view.page-"] as const;

export function helpGroups(isMac: boolean): readonly HelpGroup[] {
  const ids = COMMANDS.filter(({ id, keys }) => keys.length > 0 && !FAMILIES.some((family) => id.startsWith(family))).map(({ id }) => id);
  const rowOf = (id: CommandId): HelpRow => ({ label: commandLabel(id), keys: keysOf(id, isMac).slice(0, MAX_KEYS) });
  return TITLES.map(({ prefix, title }) => ({
    title,
    rows: [...ids.filter((id) => id.startsWith(prefix)).map(rowOf), ...extraRows(title)],
  }));
}

function extraRows(title: MessageKey): readonly HelpRow[] {
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
