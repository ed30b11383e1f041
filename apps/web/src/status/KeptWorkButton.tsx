// Says that some of this person's work is not on the board, and opens the list of it. Not there while nothing is kept.
import ArchiveRestore from "lucide-react/icons/archive-restore";
import { lazy } from "react";
import { useBoard } from "../board/board-context.ts";
import { keptThings } from "../board-store/kept-things.ts";
import { t } from "../i18n/translate.ts";
import { Layer } from "../ui/Layer.tsx";
import { useReadable } from "../ui/readable.ts";

const load = () => import("./KeptWorkPopover.tsx");
const Content = lazy(async () => ({ default: (await load()).KeptWorkPopover }));

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
  return <Layer content={Content} load={load} trigger={trigger} popup="dialog" />;
}
