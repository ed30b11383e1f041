// Serves the room of room.ts, and the page that talks to it.
import { join } from "node:path";
import { serveRooms, staticFiles } from "@inkroom/node-host";
import { Document } from "./room.ts";

// The page, and the modules that it imports: no bundler.
const fetch = staticFiles({
  "/": join(import.meta.dirname, "public"),
  "/npm/y-partyserver/": new URL(".", import.meta.resolve("y-partyserver/provider")),
  "/npm/yjs/": new URL(".", import.meta.resolve("yjs")),
  "/npm/y-protocols/": new URL(".", import.meta.resolve("y-protocols/sync")),
  "/npm/lib0/": new URL(".", import.meta.resolve("lib0/decoding")),
  "/npm/nanoid/": new URL(".", import.meta.resolve("nanoid")),
});
const dataDir = process.env["DATA_DIR"] ?? join(import.meta.dirname, "data");
const port = Number(process.env["PORT"] ?? 3006);
const server = await serveRooms({ parties: { document: Document }, dataDir, port, fetch, limits: { maxValueBytes: 2 ** 21 } });
process.stdout.write(`Open ${server.url} in two windows, and write in both.\n`);
process.once("SIGINT", () => void server.close());
