// A board that comes in as slowly as a test wants it to.
import type { Page } from "@playwright/test";

/** No message but a part of a board is as large. */
const PART_BYTES = 8_000;

/**
 * Keeps the large parts of a board back after the first `shown`; each call of the result lets one more message come. False once the
 * board is whole: from then on nothing is kept back.
 */
export async function holdParts(page: Page, shown: number): Promise<() => boolean> {
  const held: (() => void)[] = [];
  let parts = 0;
  let isWhole = false;
  await page.routeWebSocket(/\/parties\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (message.length > PART_BYTES) parts += 1;
      // What comes behind a part stays behind it.
      if (!isWhole && (parts > shown || held.length > 0)) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return () => {
    held.shift()?.();
    isWhole = held.length === 0;
    return !isWhole;
  };
}
