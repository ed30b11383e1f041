// Few file descriptors: who is on a board notices nothing, newcomers are told to come later, and come in when there is room.
import { get } from "node:http";
import { expect, test } from "vitest";
import { openFileLimits } from "./open-files.ts";
import { createBoard, getTicket, type TestBoard } from "./testing/board-access.ts";
import { BoardClient } from "./testing/board-client.ts";
import { newDataDir, ServerProcess } from "./testing/server-process.ts";
import { rect } from "./testing/test-shapes.ts";

test.each([
  [undefined, {}],
  [6_000, {}],
  [1_024, { maxOpenFiles: 128, maxConnections: 712 }],
  [128, { maxOpenFiles: 16, maxConnections: 40 }],
  [16, { maxOpenFiles: 2, maxConnections: 1 }],
])("of %s descriptors rooms and connections get %j", (descriptors, limits) => {
  expect(openFileLimits(descriptors)).toEqual(limits);
});

/** How an upgrade is answered; rejects where the connection just ends. */
async function upgrade(url: string, board: TestBoard): Promise<{ readonly status: number | undefined; readonly retryAfter: boolean }> {
  const ticket = await getTicket(url, board.id, board.links.edit);
  const key = Buffer.alloc(16).toString("base64");
  const headers = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13", "sec-websocket-key": key };
  return new Promise((resolve, reject) => {
    const request = get(`${url}/parties/board/${board.id}?_pk=late&ticket=${ticket}`, { headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, retryAfter: response.headers["retry-after"] !== undefined });
    });
    request.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode, retryAfter: false });
    });
    request.on("error", reject);
  });
}

const isUnix = process.platform === "linux" || process.platform === "darwin";

test.runIf(isUnix)("with 128 descriptors people on a board go on, a crowd is turned away, and comes in later", async () => {
  const env = { INKROOM_BOARDS_PER_HOUR: "1000", INKROOM_TICKETS_PER_MINUTE: "10000", INKROOM_LOG: "warn" };
  const server = await ServerProcess.start(env, newDataDir(), { descriptors: 128 });
  const boards: TestBoard[] = [];
  for (let i = 0; i < 30; i++) boards.push(await createBoard(server.url));
  const [first, ...others] = boards as [TestBoard, ...TestBoard[]];
  const ann = await BoardClient.join(server.url, first);
  let n = 0;
  const draw = async (): Promise<void> => {
    n += 1;
    ann.push(n, [{ op: "add", shape: rect({ id: `s${n}` }) }]);
    await ann.next("ack", (ack) => ack.n === n);
  };
  await draw();
  const crowd: BoardClient[] = [];
  let refused = 0;
  for (let i = 0; i < 150; i++) {
    const client = await BoardClient.join(server.url, others[i % others.length] as TestBoard).catch(() => undefined);
    if (client === undefined) refused += 1;
    else crowd.push(client);
    if (i % 10 === 0) await draw();
  }
  expect([crowd.length, refused]).toEqual([39, 111]);
  expect(await upgrade(server.url, first)).toEqual({ status: 503, retryAfter: true });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  for (const client of crowd) expect(client.closeCode).toBeUndefined();
  for (const client of crowd.splice(0)) {
    client.close();
    await client.closed;
  }
  for (const board of boards) crowd.push(await BoardClient.join(server.url, board));
  expect(crowd.length).toBe(30);
  await draw();
  expect([ann.closeCode, server.isAlive]).toEqual([undefined, true]);
  expect(server.lines.join("\n")).not.toMatch(/EMFILE|quarantined|"level":"error"/);
  await server.dispose();
});
