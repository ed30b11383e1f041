// Code that comes as late as a test wants it to.
import type { BoardPage } from "./board-page.ts";

/** Loads the page anew, without what it fetches when it is idle (fields, panels) until the result is resolved. */
export async function holdLaterCode(board: BoardPage): Promise<PromiseWithResolvers<void>> {
  const code = Promise.withResolvers<void>();
  const files = /\/assets\/later-.*js/;
  await board.page.unroute(files);
  await board.page.route(files, async (route) => {
    await code.promise;
    await route.continue();
  });
  await board.reload();
  return code;
}
