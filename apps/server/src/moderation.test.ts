// Sending people away and making links anew, on a real process over HTTP and WebSocket.
import { CLOSE } from "@inkroom/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBoard, getTicket, type TestBoard } from "./testing/board-access.ts";
import { BoardClient } from "./testing/board-client.ts";
import { newDataDir, ServerProcess } from "./testing/server-process.ts";
import { rect } from "./testing/test-shapes.ts";

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start({ INKROOM_TRUST_PROXY: "1" }, newDataDir());
});
afterAll(() => server.dispose());

type Answer = { readonly status: number; readonly body: Record<string, unknown> };

let visitors = 0;
/** Every asker has an address of its own, unless one is given. */
async function ask(
  board: TestBoard,
  what: string,
  secret: string,
  body: unknown = {},
  address = `10.0.0.${(visitors += 1)}`,
): Promise<Answer> {
  const response = await fetch(`${server.url}/api/boards/${board.id}/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${secret}`, "x-forwarded-for": address },
    body: JSON.stringify(body),
  });
  // reason: every answer of the API is a JSON object.
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test("who is sent away is closed with a code, and may come back by the same link", async () => {
  const board = await createBoard(server.url);
  const [ann, eve] = [await BoardClient.join(server.url, board), await BoardClient.join(server.url, board)];
  eve.push(1, [{ op: "add", shape: rect({ id: "a" }) }]);
  await ann.next("ops");
  expect(await ask(board, "removals", board.links.edit, { client: eve.clientId })).toEqual({ status: 200, body: { removed: 1 } });
  expect(await eve.closed).toBe(CLOSE.removed);
  await ann.next("peers", ({ list }) => list.some(([, state]) => state === null));
  const back = await BoardClient.join(server.url, board, { proof: eve.proof });
  expect(back.board().get("a")).toBeDefined();
});

test("a link for viewing may do neither, and a wrong one is unknown", async () => {
  const board = await createBoard(server.url);
  const ann = await BoardClient.join(server.url, board);
  for (const what of ["removals", "renewals"]) {
    const body = { client: ann.clientId };
    expect(await ask(board, what, board.links.view, body)).toEqual({ status: 403, body: { error: "forbidden" } });
    expect(await ask(board, what, "x".repeat(43), body)).toEqual({ status: 404, body: { error: "not_found" } });
    expect((await ask(board, what, board.links.edit, { client: "no id" })).status).toBe(400);
  }
  expect((await ask(board, "removals", board.links.edit)).status).toBe(400);
  expect(ann.closeCode).toBeUndefined();
  expect(ann.all("key")).toEqual([]);
});

test("after links were made anew the old ones open nothing, tickets included, and those who were there go on", async () => {
  const board = await createBoard(server.url);
  const [ann, guest, eve] = [
    await BoardClient.join(server.url, board),
    await BoardClient.join(server.url, board, { role: "view", encoding: "binary" }),
    await BoardClient.join(server.url, board),
  ];
  const oldTicket = await getTicket(server.url, board.id, board.links.edit);
  const { status, body } = await ask(board, "renewals", board.links.edit, { client: eve.clientId });
  // reason: the documented answer.
  const links = body["links"] as TestBoard["links"];
  expect([status, body["removed"], body["told"]]).toEqual([201, 1, true]);
  expect(await eve.closed).toBe(CLOSE.removed);
  expect([(await ann.next("key")).secret, (await guest.next("key")).secret]).toEqual([links.edit, links.view]);
  for (const secret of Object.values(board.links)) expect((await ask(board, "tickets", secret)).status).toBe(404);
  expect((await ask(board, "links", board.links.edit, { role: "edit" })).status).toBe(404);
  expect((await ask(board, "renewals", board.links.edit)).status).toBe(404);
  const late = new WebSocket(`${server.url.replace("http", "ws")}/parties/board/${board.id}?_pk=late&ticket=${oldTicket}`);
  expect(await new Promise((resolve) => ["open", "error"].forEach((type) => late.addEventListener(type, () => resolve(type))))).toBe(
    "error",
  );
  ann.push(1, [{ op: "add", shape: rect({ id: "a" }) }]);
  await ann.next("ack");
  const again = await BoardClient.join(server.url, { ...board, links });
  expect(again.board().get("a")).toBeDefined();
});

test("one address sends away and renews so often a minute and no more", async () => {
  const board = await createBoard(server.url);
  const answers: number[] = [];
  for (let time = 0; time < 31; time += 1)
    answers.push((await ask(board, "removals", board.links.edit, { client: "nobody-there" }, "10.9.9.9")).status);
  expect(answers).toEqual([...Array.from({ length: 30 }, () => 200), 429]);
});
