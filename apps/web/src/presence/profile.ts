// Who this person is to the others: a name and a colour, kept in this browser and changed in the people menu.
import { PRESENCE_COLORS, type PresenceColor } from "@inkroom/protocol";
import { type KeyValueStore, parseJson } from "../host/key-value-store.ts";
import { ANIMALS, MOODS } from "./name-words.ts";

export type Profile = {
  readonly name: string;
  readonly color: PresenceColor;
  /** Chosen by the person: it is not exchanged for another one. */
  readonly isColorChosen?: boolean;
};

/** Longest name, in UTF-16 code units. */
export const MAX_NAME_LENGTH = 40;
const KEY = "inkroom.profile";

/** A friendly name for someone who has not given one. `random` gives numbers in [0, 1). */
export function randomProfile(random: () => number): Profile {
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new Error("random() gave a number outside of [0, 1)");
    return item;
  };
  return { name: `${pick(MOODS)} ${pick(ANIMALS)}`, color: pick(PRESENCE_COLORS) };
}

/** The remembered profile, or a new random one, remembered at once. */
export function loadProfile(store: KeyValueStore, random: () => number): Profile {
  const stored = parseJson(store.get(KEY));
  if (isProfile(stored)) return stored;
  const profile = randomProfile(random);
  saveProfile(store, profile);
  return profile;
}

export function saveProfile(store: KeyValueStore, profile: Profile): void {
  store.set(KEY, JSON.stringify(profile));
}

/** Trims and cuts a typed name; undefined where nothing is left of it. */
export function cleanName(typed: string): string | undefined {
  const name = typed.replace(/\s+/g, " ").trim().slice(0, MAX_NAME_LENGTH);
  return name === "" ? undefined : name;
}

/** One or two letters for an avatar. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}

function isProfile(value: unknown): value is Profile {
  if (typeof value !== "object" || value === null || !("name" in value) || !("color" in value)) return false;
  const { name, color } = value;
  return typeof name === "string" && cleanName(name) === name && PRESENCE_COLORS.some((known) => known === color);
}
