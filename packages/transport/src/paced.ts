// A line whose frames can be made to wait, for a page that has something more urgent to do than to take in the next one.
import type { Frame, Transport, TransportHandlers } from "@inkroom/sync";

/** What has waited is handed on so many frames at a time, each time in a task of its own: a hand on the page comes in between. */
const FRAMES_AT_ONCE = 8;

/**
 * After each frame `pace` is asked whether the next ones have to wait, and until when. They keep their order, and none is
 * lost unless the connection is. The promise is not to reject.
 */
export function paced(transport: Transport, pace: () => Promise<void> | undefined): Transport {
  /** What has come while something else goes first, oldest first; undefined while nothing does. */
  let queue: Frame[] | undefined;
  const forget = (): void => {
    queue = undefined;
  };
  return {
    get state() {
      return transport.state;
    },
    open({ onOpen, onFrame, onDown, onRefused }) {
      const deliver = (frame: Frame): Promise<void> | undefined => {
        onFrame(frame);
        return pace();
      };
      /** `mine` is not the queue any more where the connection is another one. */
      const drain = (mine: Frame[]): void => {
        for (let count = 0; count < FRAMES_AT_ONCE && queue === mine; count += 1) {
          const frame = mine.shift();
          if (frame === undefined) return forget();
          const until = deliver(frame);
          if (until !== undefined) return void until.then(() => drain(mine));
        }
        if (queue === mine) setTimeout(() => drain(mine));
      };
      const take = (frame: Frame): void => {
        if (queue !== undefined) return void queue.push(frame);
        const until = deliver(frame);
        if (until === undefined) return;
        const mine: Frame[] = [];
        queue = mine;
        void until.then(() => drain(mine));
      };
      const handlers: TransportHandlers = {
        onOpen() {
          forget();
          onOpen();
        },
        onFrame: take,
        onDown() {
          forget();
          onDown();
        },
        onRefused(code) {
          forget();
          onRefused(code);
        },
      };
      forget();
      transport.open(handlers);
    },
    send: (frame) => transport.send(frame),
    close() {
      forget();
      transport.close();
    },
    reconnect() {
      forget();
      transport.reconnect();
    },
  };
}
