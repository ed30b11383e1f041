// A room's log in memory, with undo.
import { StorageError } from "../room-storage.ts";
import type { LogEntry, RoomLog } from "../room-storage.ts";

export class MemoryLog implements RoomLog {
  readonly #entries: LogEntry[] = [];
  /** By client: what was decided for each n; a seq, or the code of a refusal. */
  readonly #decided = new Map<string, Map<number, number | string>>();
  readonly #undo: (() => void)[];

  constructor(undo: (() => void)[]) {
    this.#undo = undo;
  }

  head(): number {
    return this.#entries.length;
  }

  append({ client, n, body, ts }: { client: string; n: number; body: Uint8Array; ts: number }): number {
    const seq = this.head() + 1;
    this.#decide(client, n, seq);
    this.#entries.push({ seq, client, n, body: body.slice(), ts });
    this.#undo.push(() => this.#entries.pop());
    return seq;
  }

  read(fromSeq: number, limit: number): LogEntry[] {
    const start = Math.max(0, fromSeq - 1);
    return this.#entries.slice(start, start + limit).map((entry) => ({ ...entry, body: entry.body.slice() }));
  }

  find(client: string, n: number): { seq: number; body: Uint8Array } | undefined {
    const seq = this.#decided.get(client)?.get(n);
    const entry = typeof seq === "number" ? this.#entries[seq - 1] : undefined;
    return entry && { seq: entry.seq, body: entry.body.slice() };
  }

  lastOf(client: string): number {
    let last = 0;
    for (const n of this.#decided.get(client)?.keys() ?? []) last = Math.max(last, n);
    return last;
  }

  refuse(client: string, n: number, code: string): void {
    this.#decide(client, n, code);
  }

  refusal(client: string, n: number): string | undefined {
    const code = this.#decided.get(client)?.get(n);
    return typeof code === "string" ? code : undefined;
  }

  #decide(client: string, n: number, outcome: number | string): void {
    const decided = this.#decided.get(client) ?? new Map<number, number | string>();
    if (decided.has(n)) throw new StorageError("duplicate", "This entry of the client was decided before");
    this.#decided.set(client, decided.set(n, outcome));
    this.#undo.push(() => decided.delete(n));
  }
}
