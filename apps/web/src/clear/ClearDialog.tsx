// Asks whether the board is to be cleared: it is everyone's.
import * as Alert from "radix-ui/alert-dialog";
import { useBoard } from "../board/board-context.ts";
import { focusPaper } from "../layers/focus-paper.ts";
import { word } from "./words.ts";
import "../layers/help.css";
import "./clear.css";

type ClearDialogProps = { /** So many shapes would go. */ readonly count: number; readonly onClose: () => void };

export function ClearDialog({ count, onClose }: ClearDialogProps) {
  const { editor } = useBoard();
  return (
    <Alert.Root defaultOpen onOpenChange={(open) => !open && onClose()}>
      <Alert.Portal>
        <div className="veil" />
        <Alert.Content className="help clear" onCloseAutoFocus={focusPaper}>
          <Alert.Title>{word("title")}</Alert.Title>
          <Alert.Description>{word("text", { count })}</Alert.Description>
          <footer>
            <Alert.Cancel asChild>
              <button type="button" className="button">
                {word("cancel")}
              </button>
            </Alert.Cancel>
            <Alert.Action asChild>
              <button type="button" className="button primary" onClick={() => editor.clearBoard()}>
                {word("clear")}
              </button>
            </Alert.Action>
          </footer>
        </Alert.Content>
      </Alert.Portal>
    </Alert.Root>
  );
}
