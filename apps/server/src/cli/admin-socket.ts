// The door for the command line of whoever runs the server: a socket file in the data directory that only its owner can
// open. It copies files of the data directory to where it is told, while boards go on.
import { chmodSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { join } from "node:path";
import type { RoomsServer } from "@inkroom/node-host";
import type { AppLog } from "../json-log.ts";

/** Longest path of a socket file, with its final zero, on Linux; other systems have a little less. */
const MAX_SOCKET_PATH = 103;

export type CopyOrder =
  | { readonly party: string; readonly name: string; readonly to: string }
  | { readonly file: "registry"; readonly to: string };
export type Door = { close(): void };

export function adminSocketPath(dataDir: string): string {
  return join(dataDir, "admin.sock");
}

export type AdminPorts = {
  readonly storage: RoomsServer["storage"];
  readonly copyRegistry: (to: string) => Promise<void>;
  readonly log: AppLog;
};

/** Opens the door. Without one the server works as well; the log says why. The data directory must be this process's own. */
export function openAdminSocket(dataDir: string, ports: AdminPorts): Door {
  const path = adminSocketPath(dataDir);
  if (path.length > MAX_SOCKET_PATH || process.platform === "win32") {
    ports.log.warn("admin.unavailable", { reason: process.platform === "win32" ? "platform" : "path too long" });
    return { close: () => {} };
  }
  const server = createServer((request, response) => {
    answer(request, ports).then(
      (body) => response.end(JSON.stringify(body)),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
      },
    );
  });
  server.on("error", (error) => ports.log.warn("admin.unavailable", { error }));
  listenPrivately(server, path);
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(path, { force: true });
    },
  };
}

/** The socket file is made with the rights of its owner only, from its first moment. */
function listenPrivately(server: Server, path: string): void {
  rmSync(path, { force: true }); // of a process that was killed; nobody else can hold the directory
  const before = process.umask(0o177);
  try {
    server.listen(path, () => chmodSync(path, 0o600));
  } finally {
    process.umask(before);
  }
}

async function answer(request: IncomingMessage, { storage, copyRegistry, log }: AdminPorts): Promise<unknown> {
  if (request.method === "GET") return storage.rooms().map(({ key }) => key);
  let text = "";
  for await (const chunk of request) text += String(chunk);
  // reason: only the owner of the data directory can open the socket; the orders are those of data-source.ts.
  const order = JSON.parse(text) as CopyOrder;
  if ("file" in order) {
    await copyRegistry(order.to);
    return { copied: true };
  }
  const copied = await storage.copyRoom({ party: order.party, name: order.name }, order.to);
  log.debug("admin.copied", { party: order.party });
  return { copied };
}
