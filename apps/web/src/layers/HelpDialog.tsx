// The list of keyboard shortcuts.
import { KEY_PRESETS } from "@inkroom/editor";
import X from "lucide-react/icons/x";
import * as Dialog from "radix-ui/dialog";
import * as Choice from "radix-ui/toggle-group";
import { useRef } from "react";
import { useKeyPreset } from "../menu/use-key-preset.ts";
import { t } from "../i18n/translate-later.ts";
import { useKeySigns } from "../toolbar/command-keys.ts";
import { PRESET_NAMES } from "../toolbar/preset-names.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { type HelpGroup, helpGroups } from "./help-groups.ts";
import "./help.css";

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const signs = useKeySigns();
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
          <PresetChoice />
          <div className="help-groups">
            {helpGroups(signs).map((group) => (
              <Group key={group.title} group={group} />
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Whose keys. The sheet shows them at once. */
function PresetChoice() {
  const { keyPreset, choose } = useKeyPreset();
  return (
    <div className="help-preset">
      <span aria-hidden>{t("keys.label")}</span>
      <Choice.Root className="choices" type="single" aria-label={t("keys.label")} value={keyPreset} onValueChange={choose}>
        {KEY_PRESETS.map((preset) => (
          <Choice.Item key={preset} className="choice" value={preset}>
            {PRESET_NAMES[preset]}
          </Choice.Item>
        ))}
      </Choice.Root>
    </div>
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
