// A person as a coloured disc with initials.
import type { Person } from "./person.ts";
import { initialsOf } from "./profile.ts";

export function Avatar({ person }: { readonly person: Person }) {
  return (
    <span className="avatar" data-color={person.color} data-away={!person.isActive} aria-hidden>
      {initialsOf(person.name)}
    </span>
  );
}
