// Rooms that fail as they are told, in a process of their own. Tells its address first, then the name of every log event.
// Told anything, the process itself leaves a promise that rejects.
import { Server } from "@inkroom/rooms";
import type { Connection, ConnectionContext, Log, RoomRequest, RoomResponse } from "@inkroom/rooms";
import { serveRooms } from "../index.ts";

const FAULTS: Readonly<Record<string, () => unknown>> = {
  throws: () => {
    throw new Error("secret");
  },
  "throws-a-string": () => {
    throw "secret" as unknown as Error; // reason: the host must survive it
  },
  "throws-nothing": () => {
    throw undefined as unknown as Error; // reason: as above
  },
  rejects: () => Promise.reject(new Error("secret")),
  "rejects-with-null": () => Promise.reject(null as unknown as Error),
  "leaves-a-promise": () => void Promise.reject(new Error("secret")),
  "leaves-a-promise-for-later": () => {
    setTimeout(() => void Promise.reject(null as unknown as Error), 1);
  },
  "never-settles": () => new Promise(() => {}),
  stalls: () => {
    const until = Date.now() + 1_100;
    while (Date.now() < until);
  },
};

/** Rooms that have been started: what failed then does not fail again. */
const STARTED = new Set<string>();

/** Fails in the hook and in the way that its name says (`onMessage.throws`), but only for the connection `bad`, a request `?bad`, and alarms. */
class Faulty extends Server<undefined> {
  #fail(hook: string, isMeant: boolean): unknown {
    const [where, how = ""] = this.name.split(".");
    return isMeant && where === hook ? FAULTS[how]?.() : undefined;
  }
  override onStart(): void | Promise<void> {
    const isFirst = !STARTED.has(this.name);
    STARTED.add(this.name);
    return this.#fail("onStart", isFirst) as Promise<void>;
  }
  override getConnectionTags({ id }: Connection, _context: ConnectionContext): string[] {
    return (this.#fail("getConnectionTags", id === "bad") as string[] | undefined) ?? [];
  }
  override onConnect({ id }: Connection): void | Promise<void> {
    return this.#fail("onConnect", id === "bad") as Promise<void>;
  }
  override onMessage(connection: Connection, message: string): void | Promise<void> {
    if (message === "alarm") return this.ctx.storage.setAlarm(this.ctx.now());
    if (message === "break the commit") return this.#breakCommit(connection);
    connection.send(`heard ${message}, stored ${String(this.ctx.storage.kv.get("kept"))}`);
    return this.#fail("onMessage", connection.id === "bad") as Promise<void>;
  }
  override onClose({ id }: Connection): void | Promise<void> {
    return this.#fail("onClose", id === "bad") as Promise<void>;
  }
  override onError({ id }: Connection): void | Promise<void> {
    return this.#fail("onError", id === "bad") as Promise<void>;
  }
  override onRequest(request: RoomRequest): RoomResponse {
    return (this.#fail("onRequest", request.url.endsWith("?bad")) as RoomResponse | undefined) ?? this.ctx.newResponse("fine");
  }
  override onAlarm(): void | Promise<void> {
    return this.#fail("onAlarm", true) as Promise<void>;
  }

  /** SQLite refuses the commit at its end: a foreign key that may be late never comes. */
  async #breakCommit(connection: Connection): Promise<void> {
    const { storage } = this.ctx;
    await storage.put("kept", "before");
    await storage.sync();
    storage.sql.exec("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p DEFERRABLE INITIALLY DEFERRED)");
    storage.sql.exec("INSERT INTO c VALUES (5)");
    await storage.put("kept", "lost");
    connection.send("stored it");
    this.broadcast("all is well");
  }
}

process.on("message", () => void Promise.reject(new Error("of no room")));
const tell = (event: string): void => void process.send?.(event);
const log: Log = { info: tell, warn: tell, error: tell };
const { url } = await serveRooms({ parties: { faulty: Faulty }, dataDir: process.argv[2] as string, log });
tell(url);
