import { PRESENCE_COLORS } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { createMemoryStore } from "../host/key-value-store.ts";
import { cleanName, initialsOf, loadProfile, MAX_NAME_LENGTH, randomProfile, saveProfile } from "./profile.ts";

test("a new person gets a friendly name", () => {
  expect(randomProfile(() => 0)).toEqual({ name: "Quiet Otter", color: PRESENCE_COLORS[0] });
});

test("the profile is remembered from the first time on", () => {
  const store = createMemoryStore();
  const first = loadProfile(store, () => 0.3);
  expect(loadProfile(store, () => 0.9)).toEqual(first);
});

test("a changed profile is remembered", () => {
  const store = createMemoryStore();
  saveProfile(store, { name: "Ada", color: "teal" });
  expect(loadProfile(store, () => 0)).toEqual({ name: "Ada", color: "teal" });
});

test.each([["nonsense"], ['{"name":"","color":"teal"}'], ['{"name":"Ada","color":"beige"}'], ['{"name":" Ada ","color":"teal"}']])(
  "a stored %j is replaced",
  (stored) => {
    const store = createMemoryStore();
    store.set("inkroom.profile", stored);
    expect(loadProfile(store, () => 0).name).toBe("Quiet Otter");
  },
);

test("names are trimmed and cut, and nothing is no name", () => {
  expect(cleanName("  Ada   Lovelace ")).toBe("Ada Lovelace");
  expect(cleanName(" \n ")).toBeUndefined();
  expect(cleanName("x".repeat(200))).toHaveLength(MAX_NAME_LENGTH);
});

test.each([
  ["Quiet Otter", "QO"],
  ["Ada", "A"],
  ["jean luc picard", "JP"],
  ["🦦 Otter", "🦦O"],
  ["", "?"],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
