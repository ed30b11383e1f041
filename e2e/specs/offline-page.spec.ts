// The page itself without its server: the browser keeps it, so that a board can be opened, read and drawn on all the same.
import { expect, test } from "../fixtures/test.ts";
import { CONNECTION_LOST, watchPage } from "../fixtures/watch-page.ts";
import { BoardPage, wave } from "../pages/board-page.ts";

test.use({ serviceWorkers: "allow" });
test.slow();

test("a reload, and a new tab, without the server show the board as it was; what is drawn there arrives once", async ({ join, server }) => {
  const [ann, bea] = [await join(), await join()];
  for (const { watch } of [ann, bea]) watch.expectErrors(CONNECTION_LOST);
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.saved();
  await expect.poll(() => ann.page.evaluate(async () => (await caches.match("/")) !== undefined)).toBe(true);
  await server.kill();
  await ann.page.reload();
  await ann.hasShapes(1);
  await expect(ann.status).toContainText(/board as of \d\d:\d\d/i);
  await ann.draw(wave({ x: 250, y: 300 }, { x: 600, y: 360 }));
  await expect(ann.status).toContainText(/[12] changes? kept on this device/);
  await ann.page.getByRole("button", { name: "Board menu" }).click();
  await expect(ann.page.getByRole("menuitem", { name: "All boards" })).toBeVisible();
  const url = ann.page.url();
  await ann.page.close();
  const page = await ann.page.context().newPage();
  const again = new BoardPage(page, watchPage(page));
  again.watch.expectErrors(CONNECTION_LOST);
  await page.goto(url);
  await again.hasShapes(2);
  await expect(again.status).toContainText(/[12] changes? kept on this device/);
  expect((await again.pixels()).inked).toBeGreaterThan(0);
  await server.restart();
  await again.saved();
  await bea.hasShapes(2);
  await again.hasShapes(2);
});
