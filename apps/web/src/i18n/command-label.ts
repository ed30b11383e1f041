// The name of a command in the person's language.
import type { CommandId } from "@inkroom/editor";
import { t } from "./translate-later.ts";

/** The table's keys follow from the ids; translate.test.ts looks each up. */
export function commandLabel(id: CommandId): string {
  return t(`command.${id}`);
}
