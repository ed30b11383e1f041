// Shows the toast of the moment and lets it go after a few seconds.
import * as Toast from "radix-ui/toast";
import Check from "lucide-react/icons/check";
import { t } from "../i18n/translate.ts";
import { useServices } from "../services.ts";
import { useReadable } from "./readable.ts";
import "./toaster.css";

/** Long enough to read, short enough not to be dismissed by hand, in ms. */
const SHOWN_MS = 3_500;

export function Toaster() {
  const { toast } = useServices();
  const shown = useReadable(toast);
  return (
    <Toast.Provider duration={SHOWN_MS} label={t("toast.label")}>
      {shown !== undefined && (
        <Toast.Root className="toast" onOpenChange={(open) => !open && toast.set(undefined)}>
          <Check size={18} strokeWidth={2} aria-hidden />
          <div>
            <Toast.Title className="toast-title">{shown.title}</Toast.Title>
            {shown.text !== undefined && <Toast.Description className="toast-text">{shown.text}</Toast.Description>}
          </div>
        </Toast.Root>
      )}
      <Toast.Viewport className="toasts" />
    </Toast.Provider>
  );
}
