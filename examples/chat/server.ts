// Serves the room of room.ts, and the page that talks to it.
import { join } from "node:path";
import { serveRooms, staticFiles } from "@inkroom/node-host";
import { Chat } from "./room.ts";

// The page, and the modules that it imports: no bundler.
const fetch = staticFiles({
  "/": join(import.meta.dirname, "public"),
  "/partysocket/": new URL(".", import.meta.resolve("partysocket")),
});
const dataDir = process.env["DATA_DIR"] ?? join(import.meta.dirname, "data");
const port = Number(process.env["PORT"] ?? 3002);
const server = await serveRooms({ parties: { chat: Chat }, dataDir, port, fetch });
process.stdout.write(`Open ${server.url} in three windows, and talk.\n`);
process.once("SIGINT", () => void server.close());
