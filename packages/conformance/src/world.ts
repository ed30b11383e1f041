// The client's side of one case: a room name of its own, sockets and requests to it.
import { request as httpRequest } from "node:http";
import type { ClientOptions } from "ws";
import { Client } from "./client.ts";

/** A host under test. */
export type Target = {
  readonly name: string;
  /** Origin, e.g. http://127.0.0.1:1234 */
  readonly url: string;
  /** The same rooms with `cors: true`: origin and prefix. */
  readonly corsUrl: string;
  /** Idle time after which a hibernating room has left memory for certain, ms. */
  readonly idleMs: number;
};

export type Answer = { readonly status: number; readonly text: string; readonly headers: Headers };

type Init = { readonly method?: string; readonly body?: string | Uint8Array<ArrayBuffer>; readonly headers?: Record<string, string> };

export class World {
  readonly target: Target;
  readonly room: string;
  readonly #clients: Client[] = [];

  constructor(target: Target, room: string) {
    this.target = target;
    this.room = room;
  }

  path(party = "wakeful", rest = ""): string {
    return `/parties/${party}/${this.room}${rest}`;
  }

  /** A socket; nothing is awaited. */
  dial(query = "", party = "wakeful", options: ClientOptions = {}): Client {
    return this.dialPath(this.path(party, query), options);
  }

  dialPath(path: string, options: ClientOptions = {}): Client {
    const client = new Client(`${this.target.url.replace("http", "ws")}${path}`, options);
    this.#clients.push(client);
    return client;
  }

  /** A socket that is set up: the room has answered its first message. */
  async join(query = "", party = "wakeful"): Promise<Client> {
    const client = this.dial(query, party);
    await client.ask("name");
    return client;
  }

  async get(path: string, init: Init = {}): Promise<Answer> {
    const response = await fetch(`${this.target.url}${path}`, { redirect: "manual", ...init });
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  /** A response whose body was not read yet. */
  open(path: string, signal?: AbortSignal): Promise<Response> {
    return fetch(`${this.target.url}${path}`, signal === undefined ? {} : { signal });
  }

  async getCors(rest: string, init: Init = {}): Promise<Answer> {
    const response = await fetch(`${this.target.corsUrl}${rest}`, init);
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  /** A request whose target is sent as it stands. */
  rawStatus(target: string): Promise<number> {
    const { hostname, port } = new URL(this.target.url);
    return new Promise((resolve, reject) => {
      const request = httpRequest({ hostname, port, path: target }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on("error", reject);
      request.end();
    });
  }

  /** Status of a refused upgrade. */
  async upgradeStatus(path: string, headers: Record<string, string> = {}): Promise<number> {
    return this.dialPath(path, { headers }).refused;
  }

  /** Runs a command over HTTP. */
  async tell(party: string, ...command: readonly unknown[]): Promise<unknown> {
    const { status, text } = await this.get(this.path(party), { method: "POST", body: JSON.stringify(command) });
    return status === 200 ? (JSON.parse(text) as unknown) : `status ${status}`;
  }

  /** Runs storage steps over HTTP. */
  storage(...steps: readonly (readonly unknown[])[]): Promise<unknown> {
    return this.tell("wakeful", "storage", steps);
  }

  /** Asks until the answer is right. For what a room does by itself; the case's time limit ends it. */
  async until<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
    for (;;) {
      const answer = await ask();
      if (isRight(answer)) return answer;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Leaves the room alone for as long as it needs to hibernate: any sign from outside would keep it awake. */
  asleep(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.target.idleMs));
  }

  end(): void {
    for (const client of this.#clients) client.socket.terminate();
  }
}
