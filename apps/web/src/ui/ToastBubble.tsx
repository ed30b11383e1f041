// One toast; goes by itself after a few seconds.
import * as Bubble from "radix-ui/toast";
import Check from "lucide-react/icons/check";
import { t } from "../i18n/translate.ts";
import type { Toast } from "../services.ts";
import "./toaster.css";

/** Long enough to read, short enough not to be dismissed by hand, in ms. */
const SHOWN_MS = 3_500;

export function ToastBubble({ toast, onGone }: { readonly toast: Toast; readonly onGone: () => void }) {
  return (
    <Bubble.Provider duration={SHOWN_MS} label={t("toast.label")}>
      <Bubble.Root className="toast" onOpenChange={(open) => !open && onGone()}>
        <Check size={18} strokeWidth={2} aria-hidden />
        <div>
          <Bubble.Title className="toast-title">{toast.title}</Bubble.Title>
          {toast.text !== undefined && <Bubble.Description className="toast-text">{toast.text}</Bubble.Description>}
        </div>
      </Bubble.Root>
      <Bubble.Viewport className="toasts" />
    </Bubble.Provider>
  );
}
