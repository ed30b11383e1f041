// A program with a room whose hook can hang, for tests of how a process ends: "keep <text>" stores and answers, "read" tells
// what is stored, "hang" never ends.
import { serveRooms } from "@inkroom/node-host";
import { type Connection, type IncomingMessage, Server } from "@inkroom/rooms";
import { createJsonLog } from "../json-log.ts";
import { closeOnSignals } from "../process-events.ts";

class Hanging extends Server {
  override async onMessage(sender: Connection, message: IncomingMessage): Promise<void> {
    const [verb, text = ""] = String(message).split(" ");
    if (verb === "hang") await new Promise(() => {});
    if (verb === "keep") this.ctx.storage.bytes.put("kept", Buffer.from(text));
    sender.send(String(Buffer.from(this.ctx.storage.bytes.get("kept") ?? [])));
  }
}

const log = createJsonLog({ level: "info", now: Date.now, write: (line) => process.stdout.write(line) });
const { DATA_DIR: dataDir = "", INKROOM_DRAIN_MS: drainMs } = process.env;
const server = await serveRooms({ parties: { hang: Hanging }, dataDir, port: 0, log, limits: { drainMs: Number(drainMs) - 2_000 } });
closeOnSignals(process, { close: (reason) => server.close({ reason }) }, { drainMs: Number(drainMs), log });
log.notice("server.listening", { url: server.url });
