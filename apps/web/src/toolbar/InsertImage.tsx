// The button in the dock that asks for pictures to put on the board.
import Image from "lucide-react/icons/image";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { useServices } from "../services.ts";
import { tip } from "../ui/tip.ts";
import { keyOf } from "./command-keys.ts";

export function InsertImage() {
  const { editor } = useBoard();
  const { isMac } = useServices();
  const label = t("command.tool.image");
  const key = keyOf("tool.image", isMac);
  return (
    <button
      type="button"
      tabIndex={-1}
      className="tool"
      aria-label={label}
      aria-keyshortcuts={key}
      onClick={() => editor.run("tool.image")}
      {...tip(label, key, "top")}
    >
      <Image size={20} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
