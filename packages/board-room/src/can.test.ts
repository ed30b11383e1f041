import { ROLES } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { type Action, can } from "./can.ts";

const ACTIONS: readonly Action[] = ["read", "presence", "say", "draw", "lead", "share", "moderate"];

test("a view link reads and is seen, and nothing else", () => {
  expect(ACTIONS.filter((action) => can("view", action))).toEqual(["read", "presence"]);
});

test("a link to add speaks and draws as well, and rules over nobody", () => {
  expect(ACTIONS.filter((action) => can("add", action))).toEqual(["read", "presence", "say", "draw"]);
});

test("every role may read", () => {
  expect(ROLES.every((role) => can(role, "read"))).toBe(true);
});
