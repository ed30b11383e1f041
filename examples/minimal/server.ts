// Serves the room of room.ts, and the page that talks to it.
import { join } from "node:path";
import { serveRooms, staticFiles } from "@inkroom/node-host";
import { Note } from "./room.ts";

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
