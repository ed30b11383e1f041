// What is to be seen on a picture, in words: read aloud to those who do not see it.
import { MAX_ALT_LENGTH, type ShapeId } from "@inkroom/shapes";
import X from "lucide-react/icons/x";
import * as Dialog from "radix-ui/dialog";
import { type KeyboardEvent, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { pictureWord } from "./words.ts";
import "../layers/help.css";
import "./describe.css";

export function DescribeDialog({ id, onClose }: { readonly id: ShapeId; readonly onClose: () => void }) {
  const { editor } = useBoard();
  const [words, setWords] = useState(() => {
    const shape = editor.shape(id);
    return shape?.kind === "image" ? shape.altText : "";
  });
  const save = (): void => {
    editor.describe(id, words.trim());
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <Dialog.Root defaultOpen onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <div className="veil" />
        <Dialog.Content className="help describe">
          <header className="help-head">
            <div>
              <Dialog.Title>{pictureWord("altTitle")}</Dialog.Title>
              <Dialog.Description>{pictureWord("altHint")}</Dialog.Description>
            </div>
            <Dialog.Close asChild>
              <IconButton label={t("dialog.close")} icon={X} />
            </Dialog.Close>
          </header>
          <textarea
            aria-label={pictureWord("altTitle")}
            rows={3}
            autoFocus
            maxLength={MAX_ALT_LENGTH}
            value={words}
            onChange={({ target }) => setWords(target.value)}
            onKeyDown={onKeyDown}
          />
          <button type="button" className="button primary" onClick={save}>
            {pictureWord("altSave")}
          </button>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
