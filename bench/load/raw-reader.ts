// Members that read slowly or not at all: TCP sockets of our own, since a WebSocket library reads whatever comes.
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { deriveClientId, encode, PROTOCOL_VERSION } from "@inkroom/protocol";

const READ_EVERY_MS = 100;

/** Joins the board at `url` and reads `bytesPerSecond` from then on; 0 reads nothing at all. Resolves when it has said hello. */
export async function joinSlowly(url: URL, id: string, bytesPerSecond: number): Promise<Socket> {
  const socket = connect(Number(url.port), url.hostname);
  socket.on("error", () => {}); // the server cuts it off: that is what is measured
  socket.write(
    `GET ${url.pathname}?_pk=${id} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  await new Promise((resolve) => socket.once("readable", resolve));
  socket.read();
  const proof = randomBytes(16).toString("hex");
  socket.write(masked(encode({ t: "hello", v: PROTOCOL_VERSION, clientId: deriveClientId(proof), proof, since: 0 }, "binary")));
  if (bytesPerSecond === 0) return socket;
  const timer = setInterval(() => socket.read((bytesPerSecond * READ_EVERY_MS) / 1_000), READ_EVERY_MS);
  socket.once("close", () => clearInterval(timer));
  return socket;
}

/** RFC 6455 section 5.2: a binary frame of a client, its mask zero. */
function masked(payload: string | Uint8Array): Buffer {
  const bytes = Buffer.from(payload as Uint8Array);
  const head = Buffer.from([0x82, 0x80 | 126, 0, 0, 0, 0, 0, 0]);
  head.writeUInt16BE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}
