// Who is here: a list that is right when somebody comes, goes, changes their name or loses the network.
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";

type Person = { readonly name: string };

export class Presence extends Server {
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
