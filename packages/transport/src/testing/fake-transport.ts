// A transport whose other end the test is.
import type { Frame, Transport, TransportHandlers, TransportState } from "@inkroom/sync";

export class FakeTransport implements Transport {
  readonly opened: TransportHandlers[] = [];
  readonly sent: Frame[] = [];
  state: TransportState = "closed";
  reconnects = 0;
  open(handlers: TransportHandlers): void {
    this.state = "connecting";
    this.opened.push(handlers);
  }
  send(frame: Frame): boolean {
    this.sent.push(frame);
    return this.state === "open";
  }
  close(): void {
    this.state = "closed";
  }
  reconnect(): void {
    this.reconnects += 1;
  }
  get far(): TransportHandlers {
    const handlers = this.opened.at(-1);
    if (handlers === undefined) throw new Error("nobody has opened the line");
    return handlers;
  }
  connect(): void {
    this.state = "open";
    this.far.onOpen();
  }
}
