// One toast; goes by itself after a few seconds.
import * as Bubble from "radix-ui/toast";
import Check from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import Trash2 from "lucide-react/icons/trash-2";
import { t } from "../i18n/translate-later.ts";
import type { Toast } from "../services.ts";
import "./toaster.css";

/** Long enough to read, short enough not to be dismissed by hand, in ms. */
const SHOWN_MS = 3_500;
/** Long enough to decide as well. A pointer or the focus on it stops the time. */
const SHOWN_WITH_ACTION_MS = 10_000;

const ICONS = { done: Check, loss: Trash2, failure: CircleAlert } as const;

export function ToastBubble({ toast, onGone }: { readonly toast: Toast; readonly onGone: () => void }) {
  const { title, text, kind, action } = toast;
  const Icon = ICONS[kind ?? "done"];
  return (
    <Bubble.Provider duration={action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS} label={t("toast.label")}>
      <Bubble.Root className="toast" data-kind={kind} onOpenChange={(open) => !open && onGone()}>
        <Icon size={18} strokeWidth={2} aria-hidden />
        <div>
          <Bubble.Title className="toast-title">{title}</Bubble.Title>
          {text !== undefined && <Bubble.Description className="toast-text">{text}</Bubble.Description>}
        </div>
        {action !== undefined && (
          <Bubble.Action className="button toast-action" altText={action.label} onClick={action.run}>
            {action.label}
          </Bubble.Action>
        )}
      </Bubble.Root>
      <Bubble.Viewport className="toasts" />
    </Bubble.Provider>
  );
}
