import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BOARD_ID, createLinks, SECRET } from "@inkroom/board-access";
import { DataDirError, openRegistry } from "./registry.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "inkroom-registry-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("a new board has an edit link and a view link, and each opens with its role only", async () => {
  const links = createLinks(openRegistry(dir, () => 1));
  const board = await links.createBoard();
  expect(board.id).toMatch(BOARD_ID);
  expect([board.links.edit, board.links.view].every((secret) => SECRET.test(secret))).toBe(true);
  expect(await links.grantOf(board.id, board.links.edit)).toMatchObject({ board: board.id, role: "edit" });
  expect(await links.grantOf(board.id, board.links.view)).toMatchObject({ board: board.id, role: "view" });
});

test("a wrong secret, another board's secret and an unknown board open nothing", async () => {
  const links = createLinks(openRegistry(dir, () => 1));
  const [one, two] = [await links.createBoard(), await links.createBoard()];
  expect(await links.grantOf(one.id, two.links.edit)).toBeUndefined();
  expect(await links.grantOf(one.id, "")).toBeUndefined();
  expect(await links.grantOf("A".repeat(22), one.links.edit)).toBeUndefined();
  expect(await links.grantOf("../../etc/passwd", one.links.edit)).toBeUndefined();
});

test("boards and links survive a restart; the file holds no secret", async () => {
  const first = openRegistry(dir, () => 1);
  const links = createLinks(first);
  const board = await links.createBoard();
  const grant = await links.grantOf(board.id, board.links.edit);
  const extra = grant && (await links.addLink(grant, "view"));
  if (extra === undefined) throw new Error("no link was made");
  first.close();
  const file = readFileSync(join(dir, "registry.db")).toString("latin1");
  for (const secret of [board.links.edit, board.links.view, extra]) expect(file).not.toContain(secret);
  const again = createLinks(openRegistry(dir, () => 1));
  expect((await again.grantOf(board.id, board.links.edit))?.role).toBe("edit");
  expect((await again.grantOf(board.id, extra))?.role).toBe("view");
});

test("a link that was withdrawn makes no others, by whatever request was under way", async () => {
  const links = createLinks(openRegistry(dir, () => 1));
  const board = await links.createBoard();
  const grant = await links.grantOf(board.id, board.links.edit);
  if (grant === undefined) throw new Error("no grant");
  const renewed = await links.renew(grant);
  expect(renewed?.revoked).toHaveLength(2);
  expect([await links.stands(grant), await links.addLink(grant, "edit"), await links.renew(grant)]).toEqual([false, undefined, undefined]);
  expect(await links.grantOf(board.id, board.links.view)).toBeUndefined();
  const fresh = await links.grantOf(board.id, renewed?.keys.edit.secret ?? "");
  expect(fresh && (await links.stands(fresh))).toBe(true);
});

test("a second process on the same data directory is told so", () => {
  const first = openRegistry(dir, () => 1);
  expect(() => openRegistry(dir, () => 1)).toThrow(new DataDirError(`The data directory ${dir} is in use by another Inkroom process.`));
  first.close();
  openRegistry(dir, () => 1).close();
});

test("a data directory that is a file, or holds a file that is no registry, is named as such", () => {
  writeFileSync(join(dir, "file"), "");
  expect(() => openRegistry(join(dir, "file"), () => 1)).toThrow(/is not a directory/);
  writeFileSync(join(dir, "registry.db"), "this is no database, ".repeat(100));
  expect(() => openRegistry(dir, () => 1)).toThrow(/is not a registry file/);
});
