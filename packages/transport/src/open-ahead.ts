// A line that connects before there is anybody to talk on it: the time that the rest of a page takes to get ready is also the
// time that the line takes, and that a sleeping room takes to wake.
import type { Transport, TransportHandlers } from "@inkroom/sync";

/**
 * Opens `transport` at once. Whoever opens the result takes over the line as it then is, and is told how it is, after `open`
 * has returned. What the other side says before that is forgotten: a room says nothing before it has been greeted.
 */
export function openAhead(transport: Transport): Transport {
  let handlers: TransportHandlers | undefined;
  let isTaken = false;
  let last: ((to: TransportHandlers) => void) | undefined;
  const tell = (event: (to: TransportHandlers) => void): void => {
    last = event;
    if (handlers !== undefined) event(handlers);
  };
  transport.open({
    onOpen: () => tell((to) => to.onOpen()),
    onFrame: (frame) => handlers?.onFrame(frame),
    onDown: () => tell((to) => to.onDown()),
    onRefused: (code) => tell((to) => to.onRefused(code)),
  });
  return {
    get state() {
      return transport.state;
    },
    open(taker) {
      // It is used like any other from the second time on.
      if (isTaken) return transport.open(taker);
      isTaken = true;
      queueMicrotask(() => {
        // Closed meanwhile.
        if (transport.state === "closed") return;
        handlers = taker;
        last?.(taker);
      });
    },
    send: (frame) => transport.send(frame),
    close() {
      isTaken = true;
      handlers = undefined;
      transport.close();
    },
    reconnect: () => transport.reconnect(),
  };
}
