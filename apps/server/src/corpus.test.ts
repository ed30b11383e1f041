// Plays packages/board-room/corpus against a real server process. After every row: the server lives, the board is what
// it was, and a witness on the same board has seen nothing odd and can still draw.
import { randomUUID } from "node:crypto";
import { hashBoard } from "@inkroom/model";
import { deriveClientId, type ServerMessage } from "@inkroom/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBoard, getTicket, type TestBoard } from "./testing/board-access.ts";
import { BoardClient, hashOf } from "./testing/board-client.ts";
import {
  corpus,
  filled,
  type FrameItem,
  type FrameRow,
  type HandshakeRow,
  type MessageRow,
  textFrames,
  titleOf,
} from "./testing/corpus.ts";
import { maskedFrame, RawSocket, upgradeLines } from "./testing/raw-socket.ts";
import { ServerProcess } from "./testing/server-process.ts";
import { rect } from "./testing/test-shapes.ts";

/** Long enough for every row but the one that waits for it. */
const TICKET_MS = 1_500;
/** A push that is refused without leaving a trace: its nack ends the answers of a row. */
const SENTINEL = 1_000_000;

let server: ServerProcess;
let board: TestBoard;
let otherBoard: TestBoard;
let witness: BoardClient;
let pushes = 0;
let hash = "";

beforeAll(async () => {
  server = await ServerProcess.start({
    INKROOM_PUBLIC_URL: "https://good.example",
    INKROOM_HELLO_MS: "400",
    INKROOM_PING_MS: "1000",
    INKROOM_TICKET_MS: String(TICKET_MS),
  });
  [board, otherBoard] = [await createBoard(server.url), await createBoard(server.url)];
  witness = await BoardClient.join(server.url, board, { name: "witness" });
  await draw([{ op: "add", shape: rect({ id: "w1" }) }]);
  await draw([{ op: "add", shape: rect({ id: "gone" }) }]);
  await draw([{ op: "del", ids: ["gone"] }]);
  witness.received.length = 0;
  ({ hash } = await hashOf(server.url, board));
});
afterAll(() => server.dispose());

async function draw(ops: Parameters<BoardClient["push"]>[1]): Promise<void> {
  witness.push((pushes += 1), ops);
  await witness.next("ack", ({ n }) => n === pushes);
  await witness.next("ops", ({ list }) => list.some(({ client, n }) => client === witness.clientId && n === pushes));
}

/** What must hold after every row. */
async function checkAfter({ changes = false, seen }: { changes?: boolean; seen?: string } = {}): Promise<void> {
  expect(server.isAlive).toBe(true);
  const now = await hashOf(server.url, board);
  if (changes) expect(now.hash).not.toBe(hash);
  else expect(now.hash).toBe(hash);
  if (seen !== undefined) await witness.next("peers", ({ list }) => list.some(([, state]) => state?.name === seen));
  expect([witness.unreadable, witness.closeCode]).toEqual([0, undefined]);
  const odd = witness.received.splice(0).filter((message) => !changes && isOdd(message));
  expect(odd).toEqual([]);
  await draw([{ op: "set", id: "w1", props: { x: pushes, y: 0, rotation: 0 } }]);
  witness.received.length = 0;
  ({ hash } = await hashOf(server.url, board));
}

/** Ops without effect may come, and the hash of the unchanged board; anything else but presence may not. */
function isOdd(message: ServerMessage): boolean {
  if (message.t === "sum") return message.hash !== hash;
  if (message.t === "peers" || message.t === "cursors") return false;
  return message.t !== "ops" || message.list.some(({ client }) => client === witness.clientId);
}

async function ticketFor(kind: HandshakeRow["ticket"] = "fresh"): Promise<string> {
  const from = kind === "other" ? otherBoard : board;
  const ticket = await getTicket(server.url, from.id, kind === "view" ? from.links.view : from.links.edit);
  if (kind === "used") (await upgraded(`/parties/board/${board.id}?ticket=${ticket}`)).destroy();
  if (kind === "expired") await new Promise((resolve) => setTimeout(resolve, TICKET_MS)); // wait reason: the ticket must grow old
  return ticket;
}

/** The hello of somebody who was never here. */
function newHello(): string {
  const proof = randomUUID();
  return JSON.stringify({ ...witness.hello(), clientId: deriveClientId(proof), proof, name: "raw" });
}

async function upgraded(path: string): Promise<RawSocket> {
  const socket = await RawSocket.open(server.url);
  socket.write([...upgradeLines(path, new URL(server.url).host), "", ""].join("\r\n"));
  expect((await socket.head()).status).toBe(101);
  return socket;
}

test.each(corpus<HandshakeRow>("handshake").map((row) => [titleOf(row), row] as const))("handshake %s", async (_title, row) => {
  const names = {
    path: `/parties/board/${board.id}`,
    board: board.id,
    BOARD: board.id.toUpperCase(),
    ticket: await ticketFor(row.ticket),
    secret: board.links.edit,
    host: new URL(server.url).host,
    key: "dGhlIHNhbXBsZSBub25jZQ==",
    "20k": "x".repeat(20_000),
    "300": "y".repeat(300),
  };
  const socket = await RawSocket.open(server.url);
  const headers = Array.from({ length: row.headers ?? 0 }, (_, i) => `X-Header-${i}: ${i}`);
  socket.write(
    row.request === undefined
      ? Buffer.from(row.bytes ?? "", "hex")
      : [...row.request, ...headers].map((line) => filled(line, names)).join("\r\n") + "\r\n\r\n",
  );
  expect((await socket.head()).status).toBe(row.expect.status);
  if (row.expect.role !== undefined) {
    socket.write(maskedFrame(1, Buffer.from(newHello())));
    const [welcome] = await socket.frames(({ opcode }) => opcode === 1);
    expect(JSON.parse(welcome?.payload.toString() ?? "{}")).toMatchObject({ t: "welcome", role: row.expect.role });
  }
  socket.destroy();
  await checkAfter();
});

function bytesOf(item: FrameItem, hello: string): Buffer {
  if (item.hex !== undefined) return Buffer.from(item.hex, "hex");
  if (item.zeros !== undefined) return Buffer.alloc(item.zeros);
  if (item.text !== undefined) return maskedFrame(1, Buffer.from(item.text === "{hello}" ? hello : item.text));
  if (item.binary !== undefined) return maskedFrame(2, Buffer.from(item.binary, "hex"));
  const once = Buffer.from(item.repeat ?? "", "hex");
  return Buffer.concat(Array.from({ length: item.times ?? 1 }, () => once));
}

test.each(corpus<FrameRow>("frames").map((row) => [titleOf(row), row] as const))("frame %s", async (_title, row) => {
  const socket = await upgraded(`/parties/board/${board.id}?ticket=${await ticketFor()}`);
  const hello = newHello();
  if (row.hello !== false) {
    socket.write(maskedFrame(1, Buffer.from(hello)));
    await socket.frames(({ payload }) => payload.includes('"peers"'));
  }
  for (const item of row.send) socket.write(bytesOf(item, hello));
  expect(await socket.closeCode()).toBe(row.expect.close);
  socket.destroy();
  await checkAfter();
});

test.each(corpus<MessageRow>("messages").map((row) => [titleOf(row), row] as const))("message %s", async (_title, row) => {
  const { expect: expected } = row;
  const names = { witness: witness.clientId, epoch: "" };
  const options = { role: row.role ?? "edit", name: "sender" } as const;
  const client =
    row.hello === false ? await BoardClient.connect(server.url, board, options) : await BoardClient.join(server.url, board, options);
  for (const item of row.send) for (const frame of textFrames(item, names, client.hello())) client.sendRaw(frame);
  if (expected.close === undefined) {
    client.push(SENTINEL, [{ op: "del", ids: ["never-was"] }]);
    await client.next("nack", ({ n }) => n === SENTINEL);
    const answers = client.received.filter(({ t }) => t === "ack" || t === "nack").slice(0, -1);
    expect(answers).toMatchObject(expected.answers ?? []);
    expect(answers).toHaveLength(expected.answers?.length ?? 0);
    if (expected.sameSeq) expect(new Set(client.all("ack").map(({ seq }) => seq)).size).toBe(1);
    if (expected.mode !== undefined) expect(client.all("welcome")[0]?.mode).toBe(expected.mode);
  } else expect(await client.closed).toBe(expected.close);
  if (expected.stored !== undefined) expect((await hashOf(server.url, board)).board.get(expected.stored.id)).toMatchObject(expected.stored);
  await checkAfter({
    changes: row.changes ?? false,
    ...(expected.seen === undefined ? {} : { seen: String(filled(expected.seen, names)) }),
  });
  client.close();
});

test("nothing in the log of the whole run is a secret, a ticket, content or an uncaught error", async () => {
  const log = server.lines.join("\n");
  for (const secret of [board.links.edit, board.links.view, otherBoard.links.edit, "ticket=", "onerror", "hello", "uncaught", "unhandled"])
    expect(log).not.toContain(secret);
  expect(hashBoard((await hashOf(server.url, board)).board)).toBe(hash);
});
