// A socket that records what the room did to it.
import type { ConnTransport } from "../ports.ts";

export class FakeTransport implements ConnTransport {
  readonly sent: (string | Uint8Array)[] = [];
  closed: { readonly code: number | undefined; readonly reason: string | undefined } | undefined;
  isPaused = false;
  bufferedAmount = 0;

  send(data: string | Uint8Array): void {
    if (this.closed === undefined) this.sent.push(data);
  }

  close(code?: number, reason?: string): void {
    this.closed ??= { code, reason };
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }
}
