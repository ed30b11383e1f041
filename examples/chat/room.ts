// A chat: everybody hears what is said to all; what is said to one person is heard by that person and by nobody else.
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";

type Said = { readonly from: string; readonly text: string; readonly to?: string };

const KEPT = 50;

export class Chat extends Server {
  static override options = { hibernate: true };

  override async onConnect(connection: Connection): Promise<void> {
    const history = (await this.ctx.storage.get<Said[]>("history")) ?? [];
    connection.send(JSON.stringify({ you: connection.id, history }));
    this.tellWhoIsHere();
  }

  override async onMessage(sender: Connection, message: string | ArrayBuffer): Promise<void> {
    const said = readMessage(message);
    if (said === undefined) return;
    const from = sender.id;
    if (said.to === undefined) {
      const history = (await this.ctx.storage.get<Said[]>("history")) ?? [];
      await this.ctx.storage.put("history", [...history, { from, text: said.text }].slice(-KEPT));
      this.broadcast(JSON.stringify({ said: { from, text: said.text } }));
      return;
    }
    // A connection id reaches exactly one connection. Nothing of it is stored: who comes later must not read it.
    const whisper = JSON.stringify({ said: { from, text: said.text, to: said.to } });
    const receiver = this.getConnection(said.to);
    if (receiver === undefined) return sender.send(JSON.stringify({ gone: said.to }));
    for (const connection of new Set([receiver, sender])) connection.send(whisper);
  }

  override onClose(): void {
    this.tellWhoIsHere();
  }

  tellWhoIsHere(): void {
    this.broadcast(JSON.stringify({ people: [...this.getConnections()].map(({ id }) => id) }));
  }
}

/** What a client sent, or undefined if it is not what our page sends. Never trust what comes over the line. */
function readMessage(message: string | ArrayBuffer): { text: string; to?: string } | undefined {
  if (typeof message !== "string" || message.length > 2_000) return undefined;
  try {
    const { text, to } = JSON.parse(message) as { text?: unknown; to?: unknown }; // reason: both are checked next
    if (typeof text !== "string" || text === "") return undefined;
    return typeof to === "string" ? { text, to } : { text };
  } catch {
    return undefined;
  }
}
