// Bytes that no well-behaved client sends: each gets its answer, and the server goes on for everyone else.
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientFrame, rawExchange, rawUpgrade } from "./testing/test-client.ts";
import type { TestClient } from "./testing/test-client.ts";
import { TestRooms } from "./testing/test-rooms.ts";

let rooms: TestRooms;
let bystander: TestClient;
beforeEach(async () => {
  rooms = new TestRooms();
  await rooms.start({ limits: { maxMessageBytes: 1_024, maxBodyBytes: 1_000 } });
  bystander = await rooms.join("x", "?_pk=bystander");
});
afterEach(async () => {
  bystander.send("field");
  let answer = await bystander.next();
  while (!String(answer).startsWith("field")) answer = await bystander.next();
  await rooms.stop();
});

const TEXT = Buffer.from("hi");
const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const closeCodeIn = (bytes: Buffer): number | undefined => {
  const at = bytes.lastIndexOf(0x88);
  return at < 0 ? undefined : bytes.readUInt16BE(at + 2);
};

describe("frames", () => {
  it.each([
    ["a reserved opcode", clientFrame(3, TEXT), 1002],
    ["no mask", clientFrame(1, TEXT, { masked: false }), 1002],
    ["a compressed frame", clientFrame(1, TEXT, { rsv: 4 }), 1002],
    ["a continuation of nothing", clientFrame(0, TEXT), 1002],
    ["text that is not UTF-8", clientFrame(1, Buffer.from([0xff, 0xfe])), 1007],
    ["a close code that must not be sent", clientFrame(8, Buffer.from([0x03, 0xed])), 1002],
    ["a close frame of one byte", clientFrame(8, Buffer.from([0x03])), 1002],
    ["a ping of 126 bytes", clientFrame(9, Buffer.alloc(126)), 1002],
    ["a message over the limit", clientFrame(2, Buffer.alloc(1_025)), 1009],
    ["a message that says it is huge", Buffer.concat([Buffer.from([0x82, 0xff, 0x7f]), Buffer.alloc(11, 0xff)]), 1009],
    [
      "too many fragments",
      Buffer.concat([clientFrame(1, TEXT, { fin: false }), ...Array.from({ length: 70 }, () => clientFrame(0, TEXT, { fin: false }))]),
      1008,
    ],
  ])("%s closes that socket only", async (_name, bytes, code) => {
    const socket = await rawUpgrade(rooms.server.port, "/parties/parrot/x");
    const received: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => received.push(chunk));
    socket.write(bytes);
    await once(socket, "close");
    const answered = closeCodeIn(Buffer.concat(received));
    expect([code, 1009, 1002]).toContain(answered);
    if (_name !== "a message that says it is huge") expect(answered).toBe(code);
    await rooms.until(() => rooms.server.stats().connections === 1);
  });

  it("at the limit are delivered", async () => {
    const a = await rooms.join("y");
    a.send(new Uint8Array(1_024));
    expect((await a.next()).length).toBe(1_024);
  });
});

describe("requests", () => {
  const upgrade = (path: string, extra = ""): string =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n${extra}\r\n`;
  const get = (path: string, extra = ""): string => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${extra}\r\n`;

  it.each([
    ["an upgrade of no room", upgrade("/elsewhere"), 404],
    ["an upgrade of too short a path", upgrade("/parties/parrot"), 404],
    ["an upgrade of an unknown party", upgrade("/parties/nope/x"), 400],
    ["an upgrade of a party named like a property", upgrade("/parties/constructor/x"), 400],
    [
      "an upgrade of a long address, which would use up what its room may keep of it",
      upgrade(`/parties/parrot/x?q=${"q".repeat(4_096)}`),
      414,
    ],
    ["an upgrade of a name over 512 characters", upgrade(`/parties/parrot/${"n".repeat(513)}`), 400],
    ["an upgrade with a malformed escape", upgrade("/parties/parrot/%zz"), 400],
    ["an upgrade of a dot segment", upgrade("/parties/parrot/%2e%2e"), 400],
    ["an upgrade with an id of 129 characters", upgrade(`/parties/parrot/x?_pk=${"i".repeat(129)}`), 400],
    ["an upgrade with a control character in the id", upgrade("/parties/parrot/x?_pk=a%00b"), 400],
    [
      "an upgrade to another protocol",
      get("/parties/parrot/x", "Upgrade: h2c\r\n").replace("Connection: close", "Connection: Upgrade"),
      400,
    ],
    ["an upgrade by POST", upgrade("/parties/parrot/x").replace("GET", "POST"), 405],
    ["an upgrade of a version that never was", upgrade("/parties/parrot/x").replace("Version: 13", "Version: 99"), 400],
    ["an upgrade with a bad key", upgrade("/parties/parrot/x").replace(/Key: \S+/, "Key: x"), 400],
    ["an upgrade to a full URL", upgrade("http://evil.example/parties/parrot/x"), 404],
    ["a path that looks like a host", get("//evil/.."), 404],
    ["a target that is a full URL", get("http://evil.example/parties/parrot/x"), 400],
    ["a malformed escape", get("/parties/parrot/%"), 400],
    ["an unknown party", get("/parties/nope/x"), 400],
    ["no path at all", "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["a method that Fetch does not know", get("/parties/parrot/x").replace("GET", "TRACE"), 405],
    ["a body over the limit", `POST /parties/parrot/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n${"b".repeat(1001)}`, 413],
    ["something that is not HTTP", "\x16\x03\x01 hello\r\n\r\n", 400],
  ])("%s", async (_name, bytes, expected) => {
    expect(status(await rawExchange(rooms.server.port, bytes))).toBe(expected);
  });

  it("with a strange Host get a room all the same", async () => {
    for (const host of ["", "user:pass@evil", "a b", "[::1", "x/../y"]) {
      const answer = await rawExchange(rooms.server.port, get("/parties/parrot/x").replace("Host: x", `Host: ${host}`));
      expect(status(answer)).toBe(200);
    }
  });

  it("that break off do no harm", async () => {
    for (const start of [
      upgrade("/parties/parrot/x").slice(0, 60),
      "POST /parties/parrot/x HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nabc",
    ]) {
      const socket = (await import("node:net")).connect(rooms.server.port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(start);
      await once(socket, "connect");
      socket.resetAndDestroy();
    }
  });
});
