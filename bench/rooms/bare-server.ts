// The floor of a broadcast: a bare `ws` server that sends each message to every socket, as one would write it, or with
// what a turn of the event loop brings gathered into one write per socket, as rooms do it.
import type { Socket } from "node:net";
import { WebSocketServer } from "ws";
import type { RawData, WebSocket } from "ws";

type Frame = { readonly data: RawData; readonly binary: boolean };

function sendTo(ws: WebSocket, { data, binary }: Frame): void {
  if (ws.readyState === ws.OPEN) ws.send(data, { binary });
}

/** Serves on a free port of the loopback. */
export async function serveBare(gathers: boolean): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  const sockets = new Map<WebSocket, Socket>();
  let gathered: Frame[] = [];
  const flush = (): void => {
    for (const [ws, socket] of sockets) {
      socket.cork();
      for (const frame of gathered) sendTo(ws, frame);
      socket.uncork();
    }
    gathered = [];
  };
  server.on("connection", (ws, { socket }) => {
    sockets.set(ws, socket);
    ws.on("close", () => sockets.delete(ws));
    ws.on("message", (data, binary) => {
      if (!gathers) {
        for (const each of sockets.keys()) sendTo(each, { data, binary });
        return;
      }
      if (gathered.push({ data, binary }) === 1) setImmediate(flush);
    });
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.close();
    },
  };
}
