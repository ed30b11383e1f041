// The list of people, and the form for one's own name and colour.
import { PRESENCE_COLORS } from "@inkroom/protocol";
import { useState } from "react";
import { t } from "../i18n/translate.ts";
import { useServices } from "../services.ts";
import { ColorGrid } from "../style-panel/ColorGrid.tsx";
import { useReadable } from "../ui/readable.ts";
import { Avatar } from "./Avatar.tsx";
import type { Person } from "./person.ts";
import { cleanName, MAX_NAME_LENGTH } from "./profile.ts";

export function PeoplePanel({ people }: { readonly people: readonly Person[] }) {
  return (
    <>
      <h2 className="panel-title">{t("people.title")}</h2>
      <ul className="people-list">
        {people.map((person) => (
          <li key={person.key}>
            <Avatar person={person} />
            <span className="people-name" dir="auto">
              {person.name}
            </span>
            <span className="people-note">{noteOf(person)}</span>
          </li>
        ))}
      </ul>
      <ProfileForm />
    </>
  );
}

function noteOf(person: Person): string {
  if (person.isSelf) return t("people.you");
  if (!person.isActive) return t("people.away");
  return person.role === "view" ? t("people.viewer") : "";
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
        onChoose={(chosen) => profile.set({ ...profile.get(), color: chosen })}
      />
    </form>
  );
}
