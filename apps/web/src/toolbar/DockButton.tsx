// A button at the end of the dock that runs a command: its name, key and tooltip in one place.
import type { CommandId } from "@inkroom/editor";
import type { LucideIcon } from "lucide-react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { tip } from "../ui/tip.ts";
import { keyOf, useKeySigns } from "./command-keys.ts";

type DockButtonProps = {
  readonly command: Extract<CommandId, "tool.image" | "tool.lock" | "tool.pen-mode">;
  readonly icon: LucideIcon;
  readonly iconSize?: number;
  /** For what is switched on and off. */
  readonly isPressed?: boolean;
};

export function DockButton({ command, icon: Icon, iconSize = 18, isPressed }: DockButtonProps) {
  const { editor } = useBoard();
  const signs = useKeySigns();
  const label = t(`command.${command}`);
  const key = keyOf(command, signs);
  return (
    <button
      type="button"
      tabIndex={-1}
      className="tool"
      aria-label={label}
      aria-keyshortcuts={key}
      aria-pressed={isPressed}
      onClick={() => editor.run(command)}
      {...tip(label, key, "top")}
    >
      <Icon size={iconSize} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
