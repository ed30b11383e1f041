// The popover of the Share button.
import * as Popover from "radix-ui/popover";
import { t } from "../i18n/translate-later.ts";
import type { LayerProps } from "../ui/Layer.tsx";
import { SharePanel } from "./SharePanel.tsx";

export function SharePopover({ trigger, isOpen, onOpenChange }: LayerProps) {
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="pop share-panel"
          align="end"
          sideOffset={12}
          alignOffset={-4}
          collisionPadding={12}
          aria-label={t("share.title")}
        >
          <SharePanel onDone={() => onOpenChange(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
