// The list of people, and the form for one's own name and colour.
import { PRESENCE_COLORS } from "@inkroom/protocol";
import { useState } from "react";
import UserMinus from "lucide-react/icons/user-minus";
import Presentation from "lucide-react/icons/presentation";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { ColorGrid } from "../style-panel/ColorGrid.tsx";
import { useReadable } from "../ui/readable.ts";
import { tip } from "../ui/tip.ts";
import { Avatar } from "./Avatar.tsx";
import type { Person } from "./person.ts";
import { RemovePerson } from "./RemovePerson.tsx";
import { cleanName, MAX_NAME_LENGTH } from "./profile.ts";

export function PeoplePanel({ people }: { readonly people: readonly Person[] }) {
  const [leaving, setLeaving] = useState<Person | undefined>(undefined);
  const mayRemove = people.some(({ isSelf, role }) => isSelf && role === "edit");
  if (leaving !== undefined && mayRemove) return <RemovePerson person={leaving} onDone={() => setLeaving(undefined)} />;
  return (
    <>
      <h2 className="panel-title">{t("people.title")}</h2>
      <ul className="people-list">
        {people.map((person) => (
          <li key={person.key}>
            <PersonRow person={person} />
            {mayRemove && !person.isSelf && <RemoveButton person={person} onClick={() => setLeaving(person)} />}
          </li>
        ))}
      </ul>
      {people.length > 1 && <LeadButton />}
      <ProfileForm />
    </>
  );
}

/** Brings everyone to what is seen here, and takes them along until it is pressed again. */
function LeadButton() {
  const { leading, following } = useBoard();
  const isOn = useReadable(leading.isOn);
  const canEdit = useEditorState((state) => !state.readonly && !state.ownOnly);
  const start = (): void => {
    following.stop();
    leading.start();
  };
  if (!canEdit) return null;
  return (
    <button type="button" className="button people-lead" aria-pressed={isOn} onClick={isOn ? leading.stop : start}>
      <Presentation size={16} strokeWidth={1.75} aria-hidden />
      {t("people.lead")}
    </button>
  );
}

function RemoveButton({ person: { name }, onClick }: { readonly person: Person; readonly onClick: () => void }) {
  const label = t("people.removeName", { name });
  return (
    <button type="button" className="icon-button people-remove" aria-label={label} {...tip(label)} onClick={onClick}>
      <UserMinus size={16} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

/** Others can be followed from here. */
function PersonRow({ person }: { readonly person: Person }) {
  const { following } = useBoard();
  const followed = useReadable(following.peer);
  const isFollowed = person.key === String(followed);
  const content = (
    <>
      <Avatar person={person} />
      <span className="people-name" dir="auto">
        {person.name}
      </span>
      <span className="people-note">{isFollowed ? t("people.followed") : noteOf(person)}</span>
    </>
  );
  if (person.isSelf) return <div className="people-row">{content}</div>;
  return (
    <button
      type="button"
      className="people-row"
      aria-pressed={isFollowed}
      {...tip(t(isFollowed ? "people.unfollow" : "people.follow"))}
      onClick={() => (isFollowed ? following.stop() : following.follow(Number(person.key)))}
    >
      {content}
    </button>
  );
}

function noteOf(person: Person): string {
  if (person.isSelf) return t("people.you");
  if (!person.isActive) return t("people.away");
  return person.role === "edit" ? "" : t(person.role === "view" ? "people.viewer" : "people.adder");
}

function ProfileForm() {
  const { profile } = useServices();
  const { name, color } = useReadable(profile);
  const [typed, setTyped] = useState(name);
  const commit = (): void => {
    const cleaned = cleanName(typed) ?? name;
    setTyped(cleaned);
    profile.set({ ...profile.get(), name: cleaned });
  };
  return (
    <form
      className="profile"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <label>
        <span className="field-label">{t("people.name")}</span>
        <input
          className="field"
          value={typed}
          maxLength={MAX_NAME_LENGTH}
          autoComplete="nickname"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
        />
      </label>
      <ColorGrid
        label={t("people.color")}
        value={color}
        colors={PRESENCE_COLORS}
        onChoose={(chosen) => profile.set({ ...profile.get(), color: chosen, isColorChosen: true })}
      />
    </form>
  );
}
