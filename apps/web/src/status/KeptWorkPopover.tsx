// The list of work that is not on the board, and what can be done with it.
import * as Popover from "radix-ui/popover";
import { useBoard } from "../board/board-context.ts";
import { keptShapes, keptThings } from "../board-store/kept-things.ts";
import type { KeptItem } from "../board-store/kept-work.ts";
import { isMessageKey, t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import type { LayerProps } from "../ui/Layer.tsx";
import { useReadable } from "../ui/readable.ts";
import { timeWords } from "./save-words.ts";
import "./kept-work.css";

export function KeptWorkPopover({ trigger, isOpen, onOpenChange }: LayerProps) {
  const board = useBoard();
  const { toast } = useServices();
  const items = useReadable(board.kept.items);
  const run = (work: Promise<void>): void => {
    work.catch(() => toast.set({ title: t("kept.failed"), kind: "failure" }));
  };
  const canPutBack = board.store.canEdit && keptShapes(items).length > 0;
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="pop kept-work" align="end" sideOffset={12} collisionPadding={12} aria-label={t("kept.title")}>
          <h2>{t("kept.title")}</h2>
          <p>{t("kept.text")}</p>
          <ul>
            {keptThings(items).map(([first]) => (
              <li key={first.key}>
                <strong>{first.shapes.length === 0 ? t("kept.noShapes") : t("kept.shapes", { count: first.shapes.length })}</strong>
                <span>{`${reasonWords(first)} · ${timeWords(first.at, Date.now())}`}</span>
              </li>
            ))}
          </ul>
          <div className="kept-actions">
            <button type="button" className="button primary" disabled={!canPutBack} onClick={() => run(board.putBack(items))}>
              {t("kept.putBack")}
            </button>
            <button type="button" className="button" onClick={() => run(board.download(false))}>
              {t("kept.download")}
            </button>
            <button type="button" className="button" onClick={() => board.kept.remove(items.map(({ key }) => key))}>
              {t("kept.discard")}
            </button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function reasonWords({ reason }: KeptItem): string {
  const key = `kept.reason.${reason}`;
  return t(isMessageKey(key) ? key : "kept.reason.other");
}
