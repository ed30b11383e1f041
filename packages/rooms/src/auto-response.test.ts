// Frames that the host answers for a room.
import { expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import { WebSocketRequestResponsePair } from "./room-context.ts";
import { Server } from "./server.ts";
import { RoomBench } from "./testing/index.ts";

let made = 0;

class Sleeper extends Server<WebSocketRequestResponsePair | undefined> {
  static override options = { hibernate: true };
  constructor(ctx: Server["ctx"], env: WebSocketRequestResponsePair | undefined) {
    super(ctx, env);
    made++;
    if (ctx.name !== "default") ctx.setWebSocketAutoResponse(env);
  }
  override onMessage(connection: Connection, message: string): void {
    if (message === "when") return connection.send(String(this.ctx.getWebSocketAutoResponseTimestamp(connection)?.getTime() ?? "never"));
    connection.send(`heard ${message} ${JSON.stringify(this.ctx.getWebSocketAutoResponse())} ${this.ctx.id.name}`);
  }
}

it("a room's own pair is answered while the room sleeps, and stays through hibernation", async () => {
  const bench = new RoomBench(Sleeper, new WebSocketRequestResponsePair("?", "!"));
  const client = await bench.join();
  await bench.clock.advance(30_000);
  const before = made;
  client.message("?");
  await bench.clock.settle();
  expect([client.transport.sent, made, bench.hosts.stats().woken]).toEqual([["!"], before, 0]);
  client.message("ping");
  await bench.clock.settle();
  expect(client.transport.sent.at(-1)).toBe('heard ping {"request":"?","response":"!"} room');
});

it("without a pair every message is the room's; by default ping is answered pong", async () => {
  const bench = new RoomBench(Sleeper, undefined);
  const [none, usual] = [await bench.join("room"), await bench.join("default")];
  for (const client of [none, usual]) client.message("ping");
  await bench.clock.settle();
  expect([none.transport.sent, usual.transport.sent]).toEqual([["heard ping null room"], ["pong"]]);
});

it("tells when it last answered a connection by itself, also after hibernation", async () => {
  const bench = new RoomBench(Sleeper, new WebSocketRequestResponsePair("?", "!"));
  const client = await bench.join();
  const times = async (): Promise<unknown> => {
    client.message("when");
    await bench.clock.settle();
    return client.transport.sent.at(-1);
  };
  expect(await times()).toBe("never");
  await bench.clock.advance(30_000);
  const answeredMs = bench.clock.now();
  client.message("?");
  await bench.clock.advance(30_000);
  expect(await times()).toBe(String(answeredMs));
});
