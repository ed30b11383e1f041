// Who is here: a list that is right when somebody comes, goes, changes their name or loses the network.
import { join } from "node:path";
import { serveRooms, staticFiles } from "@inkroom/node-host";
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";

type Person = { readonly name: string };

class Presence extends Server {
  // The list lives in the connections themselves, so the room may sleep while people look at it.
  static override options = { hibernate: true };

  override onConnect(connection: Connection<Person>): void {
    connection.setState({ name: "somebody" });
    this.tellWhoIsHere();
  }

  override onMessage(sender: Connection<Person>, message: string | ArrayBuffer): void {
    if (typeof message !== "string" || message.length > 40) return;
    sender.setState({ name: message.trim() || "somebody" });
    this.tellWhoIsHere();
  }

  // Called for a closed tab and for a broken line alike.
  override onClose(): void {
    this.tellWhoIsHere();
  }

  tellWhoIsHere(): void {
    const people = [...this.getConnections<Person>()].map(({ id, state }) => ({ id, name: state?.name ?? "somebody" }));
    this.broadcast(JSON.stringify(people));
  }
}

// The page, and the modules that it imports: no bundler.
const fetch = staticFiles({
  "/": join(import.meta.dirname, "public"),
  "/partysocket/": new URL(".", import.meta.resolve("partysocket")),
});
const dataDir = process.env["DATA_DIR"] ?? join(import.meta.dirname, "data");
const port = Number(process.env["PORT"] ?? 3003);
const server = await serveRooms({ parties: { presence: Presence }, dataDir, port, fetch });
process.stdout.write(`Open ${server.url} in two windows, and close one.\n`);
process.once("SIGINT", () => void server.close());
