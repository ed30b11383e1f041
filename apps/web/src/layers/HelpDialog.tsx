// The list of keyboard shortcuts.
import X from "lucide-react/icons/x";
import * as Dialog from "radix-ui/dialog";
import { useRef } from "react";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { type HelpGroup, helpGroups } from "./help-groups.ts";
import "./help.css";

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { isMac } = useServices();
  const content = useRef<HTMLDivElement>(null);
  const focusContent = (event: Event): void => {
    // The sheet itself, so that the arrow keys scroll it at once.
    event.preventDefault();
    content.current?.focus();
  };
  return (
    <Dialog.Root defaultOpen onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        {/* Not Dialog.Overlay: that one writes a style element into the page, which the CSP refuses. */}
        <div className="veil" />
        <Dialog.Content ref={content} className="help" onOpenAutoFocus={focusContent}>
          <header className="help-head">
            <div>
              <Dialog.Title>{t("help.title")}</Dialog.Title>
              <Dialog.Description>{t("help.intro")}</Dialog.Description>
            </div>
            <Dialog.Close asChild>
              <IconButton label={t("dialog.close")} icon={X} />
            </Dialog.Close>
          </header>
          <div className="help-groups">
            {helpGroups(isMac).map((group) => (
              <Group key={group.title} group={group} />
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Group({ group }: { readonly group: HelpGroup }) {
  return (
    <section className="help-group">
      <h3>{t(group.title)}</h3>
      <dl>
        {group.rows.map(({ label, keys }) => (
          <div key={label} className="help-row">
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
