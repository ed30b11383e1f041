// Under which heading the help sheet, the palette and the context menu show a command: by the first word of its id.
import { type Command, COMMANDS, type CommandId } from "@inkroom/editor";
import type { LaterKey } from "../i18n/translate-later.ts";

const TITLES: Readonly<Record<string, LaterKey>> = {
  tool: "help.group.tools",
  edit: "help.group.edit",
  style: "style.label",
  order: "help.group.arrange",
  align: "help.group.align",
  text: "help.group.text",
  note: "help.group.note",
  link: "help.group.link",
  view: "help.group.view",
  paper: "menu.paper",
  export: "help.group.export",
  open: "help.group.open",
};
/** Commands that are more easily told by their keys together than by name. */
const KEY_FAMILIES = ["edit.nudge-", "view.page-"] as const;

/** In the order of the sheet. */
export const FAMILY_TITLES: readonly LaterKey[] = Object.values(TITLES);

/** "order" of "order.front". What opens the dialog of a family belongs to it. */
export function familyOf(id: CommandId): string {
  return id === "open.export" ? "export" : id.slice(0, id.indexOf("."));
}

/** The heading of a family; one without a heading of its own is editing. */
export function familyTitle(family: string): LaterKey {
  return TITLES[family] ?? "help.group.edit";
}

/** The commands that are worth a line of their own in a list of all. */
export function listedCommands(): readonly Command[] {
  return COMMANDS.filter(({ id }) => !KEY_FAMILIES.some((family) => id.startsWith(family)));
}
