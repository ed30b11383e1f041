import { expect, test, through } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { type BoardPage, wave } from "../pages/board-page.ts";

type Camera = { readonly x: number; readonly y: number; readonly zoom: number };
type EditorState = { readonly camera: Camera; readonly viewport: { readonly w: number; readonly h: number } };
type Handle = { readonly __inkroom: { readonly editor: { readonly state: EditorState } } };

// A connection that stays silent for two of these is dropped.
test.use({ serverEnv: { INKROOM_PING_MS: "500" } });

test("the count is right after a tab is closed", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.hasPeers(1);
  await bea.hasPeers(1);
  await expect(ann.people).toHaveAccessibleName("2 people here");
  await bea.page.close();
  await ann.hasPeers(0);
  await expect(ann.people).toHaveAccessibleName("1 person here");
});

test("the count is right after a tab has crashed", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.hasPeers(1);
  // Resolves only when the page is gone, and then with an error.
  await bea.page.goto("chrome://crash").catch(() => undefined);
  await ann.hasPeers(0);
});

test("the count is right after a tab's network falls silent, and again when it is back", async ({ board, join, line }) => {
  const ann = await join();
  const bea = await join(through(line, board.editUrl));
  bea.watch.expectErrors(CONNECTION_LOST);
  await ann.hasPeers(1);
  line.silence();
  await ann.hasPeers(0);
  line.mend();
  await ann.hasPeers(1);
  await bea.live();
  await bea.hasPeers(1);
});

test("reloading a tab ten times leaves one person", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  for (let time = 0; time < 10; time += 1) await bea.reload();
  await ann.hasPeers(1);
  await bea.hasPeers(1);
});

test("another's cursor is seen with their name and goes when they go", async ({ join, bot }) => {
  const ann = await join();
  const member = await bot();
  member.send({ t: "me", name: "Rosalind" });
  member.send({ t: "cursor", at: [420, 310] });
  await ann.hasPeers(1);
  await ann.people.click();
  await expect(ann.page.getByText("Rosalind")).toBeVisible();
  await ann.press("Escape");
  // The cursor is paint on the overlay, the topmost layer of the canvas.
  const overlayInk = () =>
    ann.page.evaluate(() => {
      const overlay = [...document.querySelectorAll<HTMLCanvasElement>("main.board .canvas canvas")].at(-1);
      const pixels = overlay?.getContext("2d")?.getImageData(0, 0, overlay.width, overlay.height).data ?? new Uint8ClampedArray();
      return pixels.reduce((sum, value, at) => sum + (at % 4 === 3 && value > 0 ? 1 : 0), 0);
    });
  await expect.poll(overlayInk).toBeGreaterThan(50);
  member.close();
  await ann.hasPeers(0);
  await expect.poll(overlayInk).toBe(0);
});

test("a mouse that moves over the board is heard by the others", async ({ join, bot }) => {
  const member = await bot();
  const ann = await join();
  for (const point of wave({ x: 300, y: 300 }, { x: 500, y: 300 })) await ann.moveMouse(point);
  const heard = await member.waitFor("cursors", ({ list }) => list.some(([, x]) => x === 500));
  expect(heard.list).toHaveLength(1);
});

test("a mouse that rests is heard of again when the view moves under it", async ({ join, bot }) => {
  const member = await bot();
  const ann = await join();
  const heard = (y: number) => member.waitFor("cursors", ({ list }) => list.some(([, ...at]) => String(at) === String([275, y])));
  await ann.moveMouse({ x: 275, y: 300 });
  await heard(300);
  await ann.page.mouse.wheel(0, 600);
  await heard(900);
});

test("two people who were given the same colour are told apart; a chosen one is left alone", async ({ join, bot }) => {
  const member = await bot();
  member.send({ t: "me", name: "Rosalind", color: "teal" });
  const ann = await join();
  await ann.hasPeers(1);
  const own = ann.page.locator(".people .avatar").first();
  await ann.page.evaluate(() => localStorage.setItem("inkroom.profile", '{"name":"Ann","color":"teal"}'));
  await ann.reload();
  await ann.hasPeers(1);
  await expect(own).toHaveAttribute("data-color", "blue");
  await ann.people.click();
  await ann.page.getByRole("dialog").getByRole("radio", { name: "Teal" }).click();
  await expect(own).toHaveAttribute("data-color", "teal");
  await ann.reload();
  await ann.hasPeers(1);
  await expect(own).toHaveAttribute("data-color", "teal");
});

test("someone can be followed, which is seen, and ends when one moves the view oneself", async ({ join, bot }) => {
  const ann = await join();
  const member = await bot();
  member.send({ t: "me", name: "Rosalind" });
  member.send({ t: "cursor", at: [5_000, 3_000] });
  await ann.hasPeers(1);
  await ann.people.click();
  const row = ann.page.locator("button.people-row", { hasText: "Rosalind" });
  await row.click();
  await expect(row).toHaveAttribute("aria-pressed", "true");
  await ann.press("Escape");
  await expect(ann.page.getByText("Following Rosalind")).toBeVisible();
  const left = () => ann.page.evaluate(() => (globalThis as unknown as Handle).__inkroom.editor.state.camera.x);
  await expect.poll(left).toBeGreaterThan(4_000);
  member.send({ t: "cursor", at: [-5_000, 3_000] });
  await expect.poll(left).toBeLessThan(-4_000);
  await ann.moveMouse({ x: 400, y: 400 });
  await ann.page.mouse.wheel(0, 50);
  await expect(ann.page.getByText("Following Rosalind")).toHaveCount(0);
});

test("who is followed takes the other along by the wheel, by a key and by dragging the paper on", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  await ann.hasPeers(1);
  await bea.moveMouse({ x: 275, y: 300 });
  await ann.people.click();
  await ann.page.locator("button.people-row").click();
  await ann.press("Escape");
  await expect(ann.page.getByText(/^Following /)).toBeVisible();
  const top = ({ page }: BoardPage) => page.evaluate(() => (globalThis as unknown as Handle).__inkroom.editor.state.camera.y);
  await expect.poll(() => top(ann)).toBeLessThan(0);
  for (let turn = 0; turn < 12; turn += 1) await bea.page.mouse.wheel(0, 120);
  await expect.poll(() => top(bea)).toBe(1_440);
  // Where Bea points, 1,740, is seen; her own view is hers.
  await expect.poll(() => top(ann)).toBeGreaterThan(1_000);
  const before = await top(ann);
  await bea.press("PageDown");
  await expect.poll(() => top(ann)).toBeGreaterThan(before + 300);
  const left = await top(ann);
  await bea.selectTool("hand");
  for (let time = 0; time < 2; time += 1)
    await bea.drag([
      { x: 275, y: 600 },
      { x: 275, y: 400 },
      { x: 275, y: 100 },
    ]);
  await bea.moveMouse({ x: 275, y: 600 });
  await expect.poll(() => top(ann)).toBeGreaterThan(left + 500);
  await expect(ann.page.getByText(/^Following /)).toBeVisible();
});

test("one brings everyone to what they see, takes them along, and lets them go; who moves away is left alone", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  await bea.page.setViewportSize({ width: 900, height: 700 });
  await ann.hasPeers(1);
  const middle = ({ page }: BoardPage) =>
    page.evaluate(() => {
      const { camera, viewport } = (globalThis as unknown as Handle).__inkroom.editor.state;
      return [camera.x + viewport.w / camera.zoom / 2, camera.y + viewport.h / camera.zoom / 2].map(Math.round);
    });
  await ann.page.mouse.move(600, 400);
  await ann.page.mouse.wheel(900, 700);
  await ann.people.click();
  await ann.page.getByRole("button", { name: "Bring everyone here" }).click();
  await ann.press("Escape");
  await expect(ann.page.getByText("Everyone sees what you see")).toBeVisible();
  await expect(bea.page.getByText(/^Following /)).toBeVisible();
  await expect
    .poll(async () => [await middle(bea), await middle(ann)].map(String))
    .toEqual([String([1_540, 1_100]), String([1_540, 1_100])]);
  await ann.page.mouse.wheel(-400, 0);
  await expect.poll(() => middle(bea)).toEqual([1_140, 1_100]);
  await bea.page.mouse.move(400, 400);
  await bea.page.mouse.wheel(0, 50);
  await expect(bea.page.getByText(/^Following /)).toHaveCount(0);
  const own = await middle(bea);
  await ann.page.mouse.wheel(0, 300);
  await expect.poll(() => middle(ann)).toEqual([1_140, 1_400]);
  expect(await middle(bea)).toEqual(own);
  await ann.page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(ann.page.getByText("Everyone sees what you see")).toHaveCount(0);
});

test("what another has selected is framed in their colour, and again when their line is back", async ({ join, board, line }) => {
  const ann = await join();
  const bea = await join(through(line, board.editUrl));
  await bea.drawBetween("rect", { x: 400, y: 300 }, { x: 600, y: 400 });
  await bea.saved();
  await ann.hasShapes(1);
  await bea.press("Control+a");
  const frame = { x: 380, y: 280, w: 240, h: 140 };
  await bea.moveMouse({ x: 900, y: 600 });
  await expect.poll(() => ann.overlayInkIn(frame)).toBeGreaterThan(300);
  line.cut();
  bea.watch.expectErrors(CONNECTION_LOST);
  await ann.hasPeers(0);
  await expect.poll(() => ann.overlayInkIn(frame)).toBe(0);
  line.mend();
  await ann.hasPeers(1);
  await expect.poll(() => ann.overlayInkIn(frame)).toBeGreaterThan(300);
  await bea.press("Escape");
  await expect.poll(() => ann.overlayInkIn(frame)).toBe(0);
});
