// The rooms that are measured, on our Node host and, with partyserver in place of the import, in workerd.
import { routePartykitRequest, Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";

export class Sleeper extends Server {
  static override options = { hibernate: true };
  #count = 0;

  override async onStart(): Promise<void> {
    this.#count = (await this.ctx.storage.get<number>("count")) ?? 0;
  }

  override async onMessage(sender: Connection): Promise<void> {
    await this.ctx.storage.put("count", ++this.#count);
    sender.send(String(this.#count));
  }
}

export class Relay extends Server {
  override onMessage(_sender: Connection, message: string | ArrayBuffer): void {
    this.broadcast(message);
  }
}

const worker = {
  async fetch(request: Request, env: Record<string, unknown>): Promise<Response> {
    return ((await routePartykitRequest(request, env)) as Response | null) ?? new Response("Not found", { status: 404 });
  },
};

// oxlint-disable-next-line import/no-default-export -- workerd asks for one
export default worker;
