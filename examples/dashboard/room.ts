// A live dashboard: programs post numbers over HTTP, pages see them at once over WebSocket.
//   curl -d '{"name":"visitors","value":3}' http://localhost:3004/parties/dashboard/main
import { Server } from "@inkroom/rooms";
import type { Connection, RoomRequest } from "@inkroom/rooms";

const KEPT = 30;
const MAX_SERIES = 50;

export class Dashboard extends Server {
  static override options = { hibernate: true };

  override async onConnect(connection: Connection): Promise<void> {
    for (const [name, values] of await this.ctx.storage.list<number[]>()) connection.send(JSON.stringify({ name, values }));
  }

  override async onRequest(request: RoomRequest): Promise<Response> {
    if (request.method === "GET") return Response.json(Object.fromEntries(await this.ctx.storage.list()));
    if (request.method !== "POST") return new Response("Method not allowed", { status: 405 });
    const point = await readPoint(request);
    if (point === undefined) return new Response('Send {"name": "a word", "value": 1}', { status: 400 });
    const { name, value } = point;
    const series = await this.ctx.storage.list<number[]>();
    if (!series.has(name) && series.size >= MAX_SERIES) return new Response("Too many names", { status: 409 });
    const values = [...(series.get(name) ?? []), value].slice(-KEPT);
    await this.ctx.storage.put(name, values);
    this.broadcast(JSON.stringify({ name, values }));
    return new Response(null, { status: 204 }); // leaves when the value is on the disk, not before
  }
}

async function readPoint(request: RoomRequest): Promise<{ name: string; value: number } | undefined> {
  const { name, value } = ((await request.json().catch(() => null)) ?? {}) as { name?: unknown; value?: unknown }; // reason: checked next
  return typeof name === "string" && /^[\w .-]{1,40}$/.test(name) && typeof value === "number" ? { name, value } : undefined;
}
