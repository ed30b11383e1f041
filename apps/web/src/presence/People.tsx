// Who is here: a stack of avatars that opens the list of people and one's own name and colour.
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { Layer } from "../ui/Layer.tsx";
import { useReadable } from "../ui/readable.ts";
import { tip } from "../ui/tip.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { Avatar } from "./Avatar.tsx";
import "./presence.css";

export const PeoplePopover = lazyPart(async () => (await import("./PeoplePopover.tsx")).PeoplePopover);
/** Avatars before the rest becomes a number; fewer where the top bar is narrow. */
const MAX_AVATARS = 4;
const MAX_AVATARS_NARROW = 2;
const NARROW = "(max-width: 720px)";

export function People() {
  const people = useReadable(useBoard().people);
  const label = t("people.label", { count: people.length });
  const max = useMediaQuery(NARROW) ? MAX_AVATARS_NARROW : MAX_AVATARS;
  const rest = people.length - max;
  const trigger = (
    <button type="button" className="people" aria-label={label} {...tip(label)}>
      {people.slice(0, max).map((person) => (
        <Avatar key={person.key} person={person} />
      ))}
      {rest > 0 && <span className="avatar avatar-rest" data-initials={t("people.rest", { count: rest })} aria-hidden />}
    </button>
  );
  return <Layer popup="dialog" content={PeoplePopover} load={PeoplePopover.preload} trigger={trigger} />;
}
