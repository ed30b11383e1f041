// A text document that merges what people write at the same time: the Yjs server of y-partyserver, as it is published.
// It imports "partyserver". The start command says `--import @inkroom/node-host/partyserver`, which answers that import
// with our rooms; nothing of y-partyserver is changed.
import { join } from "node:path";
import { serveRooms, staticFiles } from "@inkroom/node-host";
import { YServer } from "y-partyserver";
import { applyUpdate, encodeStateAsUpdate } from "yjs";

class Document extends YServer {
  // It keeps the document in memory, so the room must not sleep while somebody is connected (hibernate stays false).
  static override callbackOptions = { debounceWait: 200, debounceMaxWait: 1_000 };

  override async onLoad(): Promise<void> {
    const saved = await this.ctx.storage.get<Uint8Array>("document");
    if (saved !== undefined) applyUpdate(this.document, saved);
  }

  // Called a moment after the last change, not with each: a server that is killed may lose the last second.
  override async onSave(): Promise<void> {
    await this.ctx.storage.put("document", encodeStateAsUpdate(this.document));
  }
}

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
