// Says above the dock that this person only looks around, and is the way back to editing.
import Eye from "lucide-react/icons/eye";
import { useBoard } from "../board/board-context.ts";
import { focusOnPaper } from "../layers/focus-paper.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { tip } from "../ui/tip.ts";
import { word } from "./words.ts";
import "./modes.css";

export function LookOnlyNote() {
  const { editor } = useBoard();
  const signs = useKeySigns();
  const leave = (): void => {
    editor.run("view.look-only");
    focusOnPaper();
  };
  return (
    <div className="dock-note look-only surface">
      <Eye size={18} strokeWidth={1.75} aria-hidden />
      <span role="status">{word("looking")}</span>
      <button type="button" className="button" onClick={leave} {...tip(word("edit"), keyOf("view.look-only", signs), "top")}>
        {word("edit")}
      </button>
    </div>
  );
}
