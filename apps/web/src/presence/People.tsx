// Who is here: a stack of avatars that opens the list of people and one's own name and colour.
import * as Popover from "radix-ui/popover";
import { lazy, Suspense } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { useReadable } from "../ui/readable.ts";
import { Tip } from "../ui/Tip.tsx";
import { Avatar } from "./Avatar.tsx";
import "./presence.css";

const PeoplePanel = lazy(async () => ({ default: (await import("./PeoplePanel.tsx")).PeoplePanel }));
/** Avatars before the rest becomes a number. */
const MAX_AVATARS = 4;

export function People() {
  const people = useReadable(useBoard().people);
  const label = t("people.label", { count: people.length });
  const rest = people.length - MAX_AVATARS;
  return (
    <Popover.Root>
      <Tip label={label}>
        <Popover.Trigger className="people" aria-label={label}>
          {people.slice(0, MAX_AVATARS).map((person) => (
            <Avatar key={person.key} person={person} />
          ))}
          {rest > 0 && <span className="avatar avatar-rest">+{rest}</span>}
        </Popover.Trigger>
      </Tip>
      <Popover.Portal>
        <Popover.Content className="pop people-panel" align="end" sideOffset={12} collisionPadding={12} aria-label={t("people.title")}>
          <Suspense fallback={null}>
            <PeoplePanel people={people} />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
