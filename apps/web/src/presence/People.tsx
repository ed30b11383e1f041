// Who is here: a stack of avatars that opens the list of people and one's own name and colour.
import { lazy } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { Layer } from "../ui/Layer.tsx";
import { useReadable } from "../ui/readable.ts";
import { tip } from "../ui/tip.ts";
import { Avatar } from "./Avatar.tsx";
import "./presence.css";

const load = () => import("./PeoplePopover.tsx");
const PeoplePopover = lazy(async () => ({ default: (await load()).PeoplePopover }));
/** Avatars before the rest becomes a number. */
const MAX_AVATARS = 4;

export function People() {
  const people = useReadable(useBoard().people);
  const label = t("people.label", { count: people.length });
  const rest = people.length - MAX_AVATARS;
  const trigger = (
    <button type="button" className="people" aria-label={label} {...tip(label)}>
      {people.slice(0, MAX_AVATARS).map((person) => (
        <Avatar key={person.key} person={person} />
      ))}
      {rest > 0 && <span className="avatar avatar-rest">+{rest}</span>}
    </button>
  );
  return <Layer popup="dialog" content={PeoplePopover} load={load} trigger={trigger} />;
}
