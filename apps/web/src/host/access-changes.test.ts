import { expect, test } from "vitest";
import { createRecentBoards } from "../home/recent-boards.ts";
import { keepRenewedKey } from "./access-changes.ts";
import { createMemoryStore } from "./key-value-store.ts";

test("a board whose links were made anew is kept with the new one, in its place on the list", () => {
  const recents = createRecentBoards(createMemoryStore());
  recents.visit({ id: "a", secret: "edit-a", role: "edit", now: 1 });
  recents.visit({ id: "b", secret: "edit-b", role: "edit", now: 2 });
  recents.rename("a", "Plans");
  const told: unknown[] = [];
  const ports = {
    recents,
    router: { renewSecret: (...given: unknown[]) => void told.push(given) },
    own: { takeKey: (to: string) => Promise.resolve(void told.push([to])) },
  };
  // reason: of the router one method is used.
  const keep = (renewed: Parameters<typeof keepRenewedKey>[0]) => keepRenewedKey(renewed, ports as never);
  keep({ id: "a", role: "edit", from: "edit-a", to: "new-a" });
  expect(recents.list().map(({ id, secret, name }) => [id, secret, name])).toEqual([
    ["b", "edit-b", ""],
    ["a", "new-a", "Plans"],
  ]);
  expect(told).toEqual([["a", "new-a"], ["new-a"]]);
  keep({ id: "a", role: "view", from: "view-a", to: "new-view-a" });
  expect(recents.find("a")).toMatchObject({ secret: "new-a", role: "edit" });
});
