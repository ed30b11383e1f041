// Ids of rooms, where Durable Objects have them: here the name is the id.

export type RoomId = {
  readonly name: string;
  toString(): string;
  /** The same name; of which class the room is no id says. */
  equals(other: RoomId): boolean;
};

export function roomIdOf(name: string): RoomId {
  return { name, toString: () => name, equals: (other) => other.name === name };
}
