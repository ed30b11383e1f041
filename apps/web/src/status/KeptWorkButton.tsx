// Says that some of this person's work is not on the board, and opens the list of it. Not there while nothing is kept.
import ArchiveRestore from "lucide-react/icons/archive-restore";
import { useBoard } from "../board/board-context.ts";
import { keptThings } from "../board-store/kept-things.ts";
import { t } from "../i18n/translate.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { Layer } from "../ui/Layer.tsx";
import { useReadable } from "../ui/readable.ts";

export const KeptWorkPopover = lazyPart(async () => (await import("./KeptWorkPopover.tsx")).KeptWorkPopover);

export function KeptWorkButton() {
  const { kept } = useBoard();
  const { length } = keptThings(useReadable(kept.items));
  if (length === 0) return null;
  const trigger = (
    <button type="button" className="kept-button">
      <ArchiveRestore size={16} strokeWidth={1.75} aria-hidden />
      <span>{t("kept.button", { count: length })}</span>
    </button>
  );
  return <Layer content={KeptWorkPopover} load={KeptWorkPopover.preload} trigger={trigger} popup="dialog" />;
}
