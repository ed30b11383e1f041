import { expect, test } from "vitest";
import { createMemoryStore } from "../host/key-value-store.ts";
import { createRecentBoards, MAX_RECENT } from "./recent-boards.ts";

const edit = { id: "a", secret: "edit-a", role: "edit", now: 1 } as const;

test("the board visited last comes first", () => {
  const recents = createRecentBoards(createMemoryStore());
  recents.visit(edit);
  recents.visit({ id: "b", secret: "edit-b", role: "edit", now: 2 });
  recents.visit({ ...edit, now: 3 });
  expect(recents.list().map((board) => board.id)).toEqual(["a", "b"]);
  expect(recents.find("a")?.lastOpened).toBe(3);
});

test("a visit keeps the name", () => {
  const recents = createRecentBoards(createMemoryStore());
  recents.visit(edit);
  recents.rename("a", "  Plans ");
  recents.visit({ ...edit, now: 5 });
  expect(recents.find("a")?.name).toBe("Plans");
});

test("a view link never replaces an edit link", () => {
  const recents = createRecentBoards(createMemoryStore());
  recents.visit(edit);
  recents.visit({ id: "a", secret: "view-a", role: "view", now: 2 });
  expect(recents.find("a")).toMatchObject({ secret: "edit-a", role: "edit", lastOpened: 2 });
});

test("an edit link replaces a view link", () => {
  const recents = createRecentBoards(createMemoryStore());
  recents.visit({ id: "a", secret: "view-a", role: "view", now: 1 });
  recents.visit({ ...edit, now: 2 });
  expect(recents.find("a")).toMatchObject({ secret: "edit-a", role: "edit" });
});

test("two lists over one store do not lose each other's boards", () => {
  const store = createMemoryStore();
  const [first, second] = [createRecentBoards(store), createRecentBoards(store)];
  first.visit(edit);
  second.visit({ id: "b", secret: "edit-b", role: "edit", now: 2 });
  expect(
    createRecentBoards(store)
      .list()
      .map((board) => board.id),
  ).toEqual(["b", "a"]);
});

test("the list does not grow without end", () => {
  const recents = createRecentBoards(createMemoryStore());
  for (let n = 0; n < MAX_RECENT + 5; n += 1) recents.visit({ id: `board-${n}`, secret: "s", role: "edit", now: n });
  expect(recents.list()).toHaveLength(MAX_RECENT);
  expect(recents.find("board-0")).toBeUndefined();
});

test.each([["no json"], ["{}"], ['[{"id":1}]'], ['[null, 3, "x"]']])("stored nonsense %j counts as nothing", (stored) => {
  const store = createMemoryStore();
  store.set("inkroom.boards", stored);
  expect(createRecentBoards(store).list()).toEqual([]);
});

test("a forgotten board is gone and listeners hear of it", () => {
  const recents = createRecentBoards(createMemoryStore());
  recents.visit(edit);
  let heard = 0;
  recents.subscribe(() => (heard += 1));
  recents.forget("a");
  expect(recents.list()).toEqual([]);
  expect(heard).toBe(1);
});

test("a starred board stays at the top, over visits of others and of itself, until it is starred no longer", () => {
  const recents = createRecentBoards(createMemoryStore());
  const ids = () => recents.list().map((board) => board.id);
  recents.visit(edit);
  recents.star("a", true);
  for (let n = 0; n < MAX_RECENT + 5; n += 1) recents.visit({ id: `board-${n}`, secret: "s", role: "edit", now: n + 10 });
  expect(ids().slice(0, 2)).toEqual(["a", `board-${MAX_RECENT + 4}`]);
  recents.visit({ ...edit, now: 5 });
  recents.star("a", false);
  expect(ids().indexOf("a")).not.toBe(0);
});

test("a forgotten board comes back to where it was, with its name and star", () => {
  const recents = createRecentBoards(createMemoryStore());
  for (const [at, id] of ["a", "b", "c"].entries()) recents.visit({ id, secret: id, role: "edit", now: at });
  recents.rename("b", "Plans");
  recents.star("b", true);
  const before = recents.list();
  const forgotten = recents.find("b");
  recents.forget("b");
  expect(recents.find("b")).toBeUndefined();
  if (forgotten !== undefined) recents.restore(forgotten);
  expect(recents.list()).toEqual(before);
});
