// A person as a coloured disc with initials. They are painted by the stylesheet: a picture of the person, and no word of the
// control that it lies in.
import type { Person } from "./person.ts";
import { initialsOf } from "./profile.ts";

export function Avatar({ person }: { readonly person: Person }) {
  return (
    <span className="avatar" data-color={person.color} data-away={!person.isActive} data-initials={initialsOf(person.name)} aria-hidden />
  );
}
