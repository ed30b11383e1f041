// The Share button.
import UserPlus from "lucide-react/icons/user-plus";
import { lazy } from "react";
import { t } from "../i18n/translate.ts";
import { Layer } from "../ui/Layer.tsx";
import "./share.css";

const load = () => import("./SharePopover.tsx");
const SharePopover = lazy(async () => ({ default: (await load()).SharePopover }));

export function ShareButton() {
  const trigger = (
    <button type="button" className="button primary share-button" aria-label={t("share.button")}>
      <UserPlus size={18} strokeWidth={2} aria-hidden />
      <span className="share-word">{t("share.button")}</span>
    </button>
  );
  return <Layer popup="dialog" content={SharePopover} load={load} trigger={trigger} />;
}
