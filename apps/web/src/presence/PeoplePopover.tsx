// The popover of the avatars.
import * as Popover from "radix-ui/popover";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import type { LayerProps } from "../ui/Layer.tsx";
import { useReadable } from "../ui/readable.ts";
import { PeoplePanel } from "./PeoplePanel.tsx";

export function PeoplePopover({ trigger, isOpen, onOpenChange }: LayerProps) {
  const people = useReadable(useBoard().people);
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="pop people-panel" align="end" sideOffset={12} collisionPadding={12} aria-label={t("people.title")}>
          <PeoplePanel people={people} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
