// Ids of rooms: what identifies one in this process, and the id that Durable Objects have, which here is the name.
import type { RoomKey } from "./ports.ts";

/** One string for each room. The first slash ends the party, which has none, whatever the name contains. */
export function textOfKey({ party, name }: RoomKey): string {
  return `${party}/${name}`;
}

export type RoomId = {
  readonly name: string;
  toString(): string;
  /** The same name; of which class the room is no id says. */
  equals(other: RoomId): boolean;
};

export function roomIdOf(name: string): RoomId {
  return { name, toString: () => name, equals: (other) => other.name === name };
}
