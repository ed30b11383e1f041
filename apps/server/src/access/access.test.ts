import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAttempts } from "./attempts.ts";
import { createLinks } from "./links.ts";
import { isOriginAllowed } from "./origin.ts";
import { DataDirError, openRegistry } from "./registry.ts";
import { BOARD_ID, SECRET } from "./secrets.ts";
import { createTickets } from "./tickets.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "inkroom-registry-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("a new board has an edit link and a view link, and each opens with its role only", () => {
  const links = createLinks(openRegistry(dir, () => 1));
  const board = links.createBoard();
  expect(board.id).toMatch(BOARD_ID);
  expect([board.links.edit, board.links.view].every((secret) => SECRET.test(secret))).toBe(true);
  expect(links.grantOf(board.id, board.links.edit)).toMatchObject({ board: board.id, role: "edit" });
  expect(links.grantOf(board.id, board.links.view)).toMatchObject({ board: board.id, role: "view" });
});

test("a wrong secret, another board's secret and an unknown board open nothing", () => {
  const links = createLinks(openRegistry(dir, () => 1));
  const [one, two] = [links.createBoard(), links.createBoard()];
  expect(links.grantOf(one.id, two.links.edit)).toBeUndefined();
  expect(links.grantOf(one.id, "")).toBeUndefined();
  expect(links.grantOf("A".repeat(22), one.links.edit)).toBeUndefined();
  expect(links.grantOf("../../etc/passwd", one.links.edit)).toBeUndefined();
});

test("boards and links survive a restart; the file holds no secret", () => {
  const first = openRegistry(dir, () => 1);
  const links = createLinks(first);
  const board = links.createBoard();
  const extra = links.addLink(board.id, "view");
  first.close();
  const file = readFileSync(join(dir, "registry.db")).toString("latin1");
  for (const secret of [board.links.edit, board.links.view, extra]) expect(file).not.toContain(secret);
  const again = createLinks(openRegistry(dir, () => 1));
  expect(again.grantOf(board.id, board.links.edit)?.role).toBe("edit");
  expect(again.grantOf(board.id, extra)?.role).toBe("view");
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

test("a ticket is good once, for its board, until it is too old", () => {
  let now = 0;
  const tickets = createTickets({ now: () => now, lifetimeMs: 100 });
  const grant = { board: "b1", role: "edit", link: "l1" } as const;
  const [once, elsewhere, late] = [tickets.issue(grant), tickets.issue(grant), tickets.issue(grant)];
  expect(tickets.redeem(once, "b1")).toEqual(grant);
  expect(tickets.redeem(once, "b1")).toBeUndefined();
  expect(tickets.redeem(elsewhere, "b2")).toBeUndefined();
  expect(tickets.redeem(elsewhere, "b1")).toBeUndefined();
  now = 100;
  expect(tickets.redeem(late, "b1")).toBeUndefined();
  expect(tickets.redeem("made-up", "b1")).toBeUndefined();
});

test("unused tickets are bounded: the oldest give way", () => {
  const tickets = createTickets({ now: () => 0, lifetimeMs: 100, capacity: 2 });
  const grant = { board: "b1", role: "view", link: "l1" } as const;
  const issued = [1, 2, 3].map(() => tickets.issue(grant));
  expect(issued.map((ticket) => tickets.redeem(ticket, "b1") !== undefined)).toEqual([false, true, true]);
});

const same = { publicUrl: "", allowedOrigins: [] };
const named = { publicUrl: "https://board.example", allowedOrigins: ["https://two.example:8443"] };
test.each([
  [same, "http://board.test:3000", "board.test:3000", true],
  [same, "https://board.test", "board.test", true],
  [same, "http://board.test:3001", "board.test:3000", false],
  [same, "http://evil.example", "board.test:3000", false],
  [same, "null", "board.test:3000", false],
  [same, "http://board.test:3000/path", "board.test:3000", false],
  [same, "file://board.test:3000", "board.test:3000", false],
  [named, "https://board.example", "internal:3000", true],
  [named, "https://two.example:8443", "internal:3000", true],
  [named, "https://two.example", "internal:3000", false],
  [named, "http://board.example", "internal:3000", false],
  [named, "https://board.example.evil.com", "internal:3000", false],
  [named, "https://evilboard.example", "internal:3000", false],
  [named, "http://internal:3000", "internal:3000", false],
])("with %j, the origin %s at host %s: %s", (rule, origin, host, allowed) => {
  expect(isOriginAllowed(rule, origin, host, true)).toBe(allowed);
});

test("no Origin header passes with a ticket only", () => {
  expect([isOriginAllowed(named, null, "x", true), isOriginAllowed(named, null, "x", false)]).toEqual([true, false]);
});

test("attempts are counted per key and window", () => {
  let now = 0;
  const attempts = createAttempts({ limit: 2, windowMs: 100, now: () => now });
  attempts.count("a");
  attempts.count("a");
  expect([attempts.isOpen("a"), attempts.isOpen("b")]).toEqual([false, true]);
  now = 100;
  expect(attempts.isOpen("a")).toBe(true);
});
