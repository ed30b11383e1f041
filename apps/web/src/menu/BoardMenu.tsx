// Top left: the menu of the board and its name.
import { lazy, Suspense, useState } from "react";
import { LogoSign } from "../home/Wordmark.tsx";
import { t } from "../i18n/translate.ts";
import { Layer } from "../ui/Layer.tsx";
import { tip } from "../ui/tip.ts";
import { BoardName } from "./BoardName.tsx";
import { HelpContext } from "./help-context.ts";
import { useHelpKey } from "./use-help-key.ts";
import "./menu.css";

const load = () => import("./BoardMenuItems.tsx");
const BoardMenuItems = lazy(async () => ({ default: (await load()).BoardMenuItems }));
const HelpDialog = lazy(async () => ({ default: (await import("./HelpDialog.tsx")).HelpDialog }));

export function BoardMenu() {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = (): void => setHelpOpen(true);
  useHelpKey(openHelp);
  const trigger = (
    <button type="button" className="board-menu-button" aria-label={t("menu.label")} {...tip(t("menu.label"))}>
      <LogoSign size={24} />
    </button>
  );
  return (
    <div className="board-head surface">
      <HelpContext value={openHelp}>
        <Layer popup="menu" content={BoardMenuItems} load={load} trigger={trigger} />
      </HelpContext>
      <BoardName />
      {isHelpOpen && (
        <Suspense fallback={null}>
          <HelpDialog onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
