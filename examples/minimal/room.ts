// The smallest useful room: a note that everyone in the room writes together. docs/rooms.md walks through it.
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";

export class Note extends Server {
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
