// A WebSocket without a network: the test plays the server.

export class FakeWebSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  /** Every socket since `reset`, oldest first. */
  static all: FakeWebSocket[] = [];

  readonly url: string;
  readonly sent: unknown[] = [];
  binaryType = "blob";
  bufferedAmount = 0;
  readyState: number = FakeWebSocket.CONNECTING;
  closedWith: number | undefined;

  constructor(url: string | URL) {
    super();
    this.url = String(url);
    FakeWebSocket.all.push(this);
  }

  static get last(): FakeWebSocket {
    const socket = FakeWebSocket.all.at(-1);
    if (socket === undefined) throw new Error("no socket was made");
    return socket;
  }

  send(data: unknown): void {
    this.sent.push(data);
  }

  close(code = 1005): void {
    this.closedWith = code;
    this.readyState = FakeWebSocket.CLOSED;
  }

  /** Server: the handshake is done. */
  accept(): void {
    this.readyState = FakeWebSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  /** Server: a frame. */
  say(data: string | ArrayBuffer): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  /** Server: the connection ends. */
  drop(code: number): void {
    this.readyState = FakeWebSocket.CLOSED;
    this.dispatchEvent(Object.assign(new Event("close"), { code, reason: "", wasClean: true }));
  }
}
