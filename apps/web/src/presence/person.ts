// A person on the board as the chrome shows them.
import { ROLES, type Role } from "@inkroom/protocol";
import { COLOR_NAMES, type ColorName } from "@inkroom/shapes";

export type Person = {
  /** Unique on this board at this moment. */
  readonly key: string;
  /** The id under which their changes are in the room's log. */
  readonly client: string;
  readonly name: string;
  readonly color: ColorName;
  readonly role: Role;
  /** False while their tab is hidden. */
  readonly isActive: boolean;
  readonly isSelf: boolean;
  /** What they say at their cursor just now; empty: nothing. */
  readonly say: string;
};

/** A person from what the room says of them; unknown colours and roles of newer clients get a default. */
export function toPerson(
  key: string,
  state: { client: string; name: string; color: string; role: string; active: boolean; say?: string },
  isSelf: boolean,
): Person {
  return {
    key,
    client: state.client,
    name: state.name,
    color: COLOR_NAMES.find((name) => name === state.color) ?? "blue",
    role: ROLES.find((role) => role === state.role) ?? "view",
    isActive: state.active,
    isSelf,
    say: state.say ?? "",
  };
}

/** True where the chrome would show the same. */
export function isSamePeople(a: readonly Person[], b: readonly Person[]): boolean {
  return a.length === b.length && a.every((person, place) => isSamePerson(person, b[place]));
}

function isSamePerson(a: Person, b: Person | undefined): boolean {
  const isSameClient = b !== undefined && a.key === b.key && a.client === b.client;
  const isSameLook = isSameClient && a.name === b.name && a.color === b.color && a.say === b.say;
  return isSameLook && a.role === b.role && a.isActive === b.isActive;
}
