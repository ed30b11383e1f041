// Listeners that the fixture rooms add to a connection. What they hear goes into the journal.
import type { Connection } from "@inkroom/rooms";
import type { Wakeful } from "./fixture-rooms.ts";

/** Hears messages that start with `!`, the first of them twice, and the end. */
export function listenTo(room: Wakeful, connection: Connection): void {
  const note = (who: string, data: string | ArrayBuffer): void => {
    if (typeof data === "string" && data.startsWith("!")) room.journal.push(`${who} ${data}`);
  };
  connection.addEventListener("message", ({ data }) => note("listener", data));
  connection.addEventListener("message", ({ data }) => note("once", data), { once: true });
  const removed = (): void => void room.journal.push("removed");
  connection.addEventListener("message", removed);
  connection.removeEventListener("message", removed);
  connection.addEventListener("close", ({ code }) => room.journal.push(`listener close ${code}`));
}
