import { ROLES } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { type Action, can } from "./can.ts";

test("a view link reads and is seen, and nothing else", () => {
  const actions: Action[] = ["read", "presence", "draw", "share", "moderate"];
  expect(actions.filter((action) => can("view", action))).toEqual(["read", "presence"]);
});

test("every role may read", () => {
  expect(ROLES.every((role) => can(role, "read"))).toBe(true);
});
