import { expect, test } from "vitest";
import { createAttempts } from "./attempts.ts";
import { isOriginAllowed } from "./origin.ts";
import { createTickets } from "./tickets.ts";

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
