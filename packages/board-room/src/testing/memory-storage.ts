// Room storage in memory for the tests of this package: log and bytes as BoardRoom uses them, nothing else.
import { type ListOptions, type LogEntry, type RoomBytes, type RoomLog, StorageError } from "@inkroom/rooms";

export class MemoryLog implements RoomLog {
  readonly rows: LogEntry[] = [];
  readonly refusals = new Map<string, string>();
  readonly #last = new Map<string, number>();
  /** Set to make the next append or refusal fail. */
  failWith: "full" | undefined;

  head(): number {
    return this.rows.length;
  }

  append(entry: { readonly client: string; readonly n: number; readonly body: Uint8Array; readonly ts: number }): number {
    if (this.failWith !== undefined) throw new StorageError(this.failWith, "no room");
    if (entry.n <= this.lastOf(entry.client)) throw new StorageError("duplicate", "decided before");
    this.#last.set(entry.client, entry.n);
    return this.rows.push({ ...entry, seq: this.rows.length + 1 });
  }

  read(fromSeq: number, limit: number): LogEntry[] {
    return this.rows.slice(fromSeq - 1, fromSeq - 1 + limit);
  }

  find(client: string, n: number): { readonly seq: number; readonly body: Uint8Array } | undefined {
    return this.rows.find((row) => row.client === client && row.n === n);
  }

  lastOf(client: string): number {
    return this.#last.get(client) ?? 0;
  }

  refuse(client: string, n: number, code: string): void {
    if (this.failWith !== undefined) throw new StorageError(this.failWith, "no room");
    if (n <= this.lastOf(client)) throw new StorageError("duplicate", "decided before");
    this.#last.set(client, n);
    this.refusals.set(`${client} ${n}`, code);
  }

  refusal(client: string, n: number): string | undefined {
    return this.refusals.get(`${client} ${n}`);
  }
}

export class MemoryBytes implements RoomBytes {
  readonly rows = new Map<string, Uint8Array>();
  puts = 0;
  /** Set to make the next put fail. */
  failWith: "full" | undefined;

  get(key: string): Uint8Array | undefined {
    return this.rows.get(key)?.slice();
  }

  put(key: string, value: Uint8Array): void {
    if (this.failWith !== undefined) throw new StorageError(this.failWith, "no room");
    this.puts += 1;
    this.rows.set(key, value.slice());
  }

  delete(key: string): boolean {
    return this.rows.delete(key);
  }

  list({ prefix = "", startAfter = "", limit }: ListOptions = {}): [string, Uint8Array][] {
    const found = [...this.rows].filter(([key]) => key.startsWith(prefix) && key > startAfter);
    return found.toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, limit);
  }
}
