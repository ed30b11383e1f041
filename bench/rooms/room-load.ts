// The clients, in a process of their own. Each order of the parent is answered when it is done.
import WebSocket from "ws";

export type Order =
  /** Opens sockets, `perRoom` in each of `rooms` rooms. */
  | { readonly kind: "open"; readonly url: string; readonly rooms: number; readonly perRoom: number }
  /** One message through the first socket of each room, one after the other; round trips in ms. */
  | { readonly kind: "ask"; readonly rooms: number; readonly perRoom: number; readonly atATime: number }
  /** One socket sends, all receive; a window of messages is under way at any time. */
  | { readonly kind: "flood"; readonly messages: number; readonly window: number }
  | { readonly kind: "close" };

const MESSAGE_BYTES = 64;
const OPENING_AT_A_TIME = 100;

let sockets: WebSocket[] = [];

function open(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  return new Promise((resolve, reject) => socket.once("open", () => resolve(socket)).once("error", reject));
}

async function openAll({ url, rooms, perRoom }: Extract<Order, { kind: "open" }>): Promise<object> {
  const addresses = Array.from({ length: rooms * perRoom }, (_, i) => `${url}${rooms > 1 ? `-${Math.floor(i / perRoom)}` : ""}`);
  for (let i = 0; i < addresses.length; i += OPENING_AT_A_TIME)
    sockets.push(...(await Promise.all(addresses.slice(i, i + OPENING_AT_A_TIME).map(open))));
  return { open: sockets.length };
}

async function ask({ rooms, perRoom, atATime }: Extract<Order, { kind: "ask" }>): Promise<object> {
  const tripsMs: number[] = [];
  const one = (socket: WebSocket): Promise<void> =>
    new Promise((resolve) => {
      const sentAt = performance.now();
      socket.once("message", () => {
        tripsMs.push(performance.now() - sentAt);
        resolve();
      });
      socket.send("count");
    });
  for (let room = 0; room < rooms; room += atATime)
    await Promise.all(Array.from({ length: Math.min(atATime, rooms - room) }, (_, i) => one(sockets[(room + i) * perRoom] as WebSocket)));
  return { tripsMs };
}

async function flood({ messages, window }: Extract<Order, { kind: "flood" }>): Promise<object> {
  const message = Buffer.alloc(MESSAGE_BYTES, 7);
  const sender = sockets[0] as WebSocket;
  let received = 0;
  let sent = 0;
  const expected = messages * sockets.length;
  const startedAt = performance.now();
  await new Promise<void>((resolve) => {
    const send = (): void => {
      if (sent++ < messages) sender.send(message);
    };
    for (const socket of sockets)
      socket.on("message", () => {
        if (socket === sender) send();
        if (++received === expected) resolve();
      });
    for (let i = 0; i < window; i++) send();
  });
  for (const socket of sockets) socket.removeAllListeners("message");
  return { delivered: received, ms: performance.now() - startedAt };
}

async function close(): Promise<object> {
  const closed = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
  for (const socket of sockets) socket.close();
  await Promise.all(closed);
  sockets = [];
  return {};
}

process.on("message", (order: Order) => {
  const done = order.kind === "open" ? openAll(order) : order.kind === "ask" ? ask(order) : order.kind === "flood" ? flood(order) : close();
  void done.then((answer) => process.send?.(answer));
});
process.send?.("ready");
