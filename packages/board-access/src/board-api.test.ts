import { expect, test } from "vitest";
import { createAttempts } from "./attempts.ts";
import { type ApiRequest, createBoardApi } from "./board-api.ts";
import { createLinks, type Link, type LinkRegistry } from "./links.ts";
import { createTickets } from "./tickets.ts";

const WRONG = "B".repeat(43);

/** An API that lets one address try two wrong secrets, and a board of it. */
async function apiWithBoard() {
  const attempts = (limit: number) => createAttempts({ limit, windowMs: 1_000, now: () => 0 });
  const links = createLinks(registryInMemory());
  const api = createBoardApi({
    links,
    tickets: createTickets({ now: () => 0, lifetimeMs: 1_000 }),
    creations: attempts(10),
    issues: attempts(10),
    failures: attempts(2),
    moderations: attempts(10),
    room: () => new Response(null, { status: 204 }),
  });
  const { id, links: secrets } = await links.createBoard();
  const statusFor = async (secret: string, address = "10.0.0.1") => (await api(ticketRequest(id, secret, address))).status;
  return { statusFor, secrets };
}

function registryInMemory(): LinkRegistry {
  const boards = new Map<string, readonly Link[]>();
  return {
    addBoard: (board, links) => void boards.set(board, links),
    addLink: () => false,
    replaceLinks: () => undefined,
    links: (board) => boards.get(board) ?? [],
  };
}

function ticketRequest(board: string, secret: string, address: string): ApiRequest {
  const headers = new Map([
    ["content-type", "application/json"],
    ["authorization", `Bearer ${secret}`],
  ]);
  async function* body() {
    yield new TextEncoder().encode("{}");
  }
  return { method: "POST", path: `/api/boards/${board}/tickets`, address, header: (name) => headers.get(name), body: body() };
}

test("wrong secrets are refused once an address has used up its attempts, and only for that address", async () => {
  const { statusFor } = await apiWithBoard();
  expect([await statusFor(WRONG), await statusFor(WRONG), await statusFor(WRONG)]).toEqual([404, 404, 429]);
  expect(await statusFor(WRONG, "10.0.0.2")).toBe(404);
});

test("a right secret opens its board though others behind the same address have used up the attempts", async () => {
  const { statusFor, secrets } = await apiWithBoard();
  for (let i = 0; i < 3; i++) await statusFor(WRONG);
  expect([await statusFor(secrets.edit), await statusFor(secrets.view)]).toEqual([200, 200]);
});
