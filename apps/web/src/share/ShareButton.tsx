// The Share button; the panel behind it is loaded when it is first reached for.
import UserPlus from "lucide-react/icons/user-plus";
import * as Popover from "radix-ui/popover";
import { lazy, Suspense, useState } from "react";
import { t } from "../i18n/translate.ts";
import "./share.css";

const importPanel = () => import("./SharePanel.tsx");
const SharePanel = lazy(async () => ({ default: (await importPanel()).SharePanel }));

export function ShareButton() {
  const [isOpen, setOpen] = useState(false);
  // The panel is fetched while the pointer is still on its way; a failure shows itself on opening.
  const warm = (): void => void importPanel().catch(() => undefined);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="button primary share-button" aria-label={t("share.button")} onPointerEnter={warm} onFocus={warm}>
        <UserPlus size={18} strokeWidth={2} aria-hidden />
        <span className="share-word">{t("share.button")}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="pop share-panel" align="end" sideOffset={12} alignOffset={-4} collisionPadding={12} aria-label={t("share.title")}>
          <Suspense fallback={null}>
            <SharePanel onDone={() => setOpen(false)} />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
