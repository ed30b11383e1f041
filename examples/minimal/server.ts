// The smallest useful room: a note that everyone in the room writes together. docs/rooms.md walks through it.
import { join } from "node:path";
import { serveRooms, staticFiles } from "@inkroom/node-host";
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";

class Note extends Server {
  static override options = { hibernate: true };

  override async onConnect(connection: Connection): Promise<void> {
    const text = (await this.ctx.storage.get<string>("text")) ?? "";
    connection.send(JSON.stringify({ text, you: connection.id }));
    this.tellHowManyAreHere();
  }

  override async onMessage(sender: Connection, message: string | ArrayBuffer): Promise<void> {
    if (typeof message !== "string" || message.length > 10_000) return;
    await this.ctx.storage.put("text", message);
    this.broadcast(JSON.stringify({ text: message }), [sender.id]);
  }

  override onClose(): void {
    this.tellHowManyAreHere();
  }

  tellHowManyAreHere(): void {
    this.broadcast(JSON.stringify({ people: [...this.getConnections()].length }));
  }
}

const dataDir = process.env["DATA_DIR"] ?? join(import.meta.dirname, "data");
const port = Number(process.env["PORT"] ?? 3001);
// The page, and the PartySocket module that it imports: no bundler.
const fetch = staticFiles({
  "/": join(import.meta.dirname, "public"),
  "/partysocket/": new URL(".", import.meta.resolve("partysocket")),
});
const server = await serveRooms({ parties: { note: Note }, dataDir, port, fetch });
process.stdout.write(`Open ${server.url} in two windows, and write in both.\n`);
process.once("SIGINT", () => void server.close());
