// The Share button.
import UserPlus from "lucide-react/icons/user-plus";
import { t } from "../i18n/translate.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { Layer } from "../ui/Layer.tsx";
import "./share.css";

export const SharePopover = lazyPart(async () => (await import("./SharePopover.tsx")).SharePopover);

export function ShareButton() {
  const trigger = (
    <button type="button" className="button primary share-button" aria-label={t("share.button")}>
      <UserPlus size={18} strokeWidth={2} aria-hidden />
      <span className="share-word">{t("share.button")}</span>
    </button>
  );
  return <Layer popup="dialog" content={SharePopover} load={SharePopover.preload} trigger={trigger} />;
}
