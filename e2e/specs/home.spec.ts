// The home page: a first visit lands on a board, and the boards that are known are found, named, kept at the top and let go.
import { expect, test } from "../fixtures/test.ts";
import { wave } from "../pages/board-page.ts";

test("a first visit lands on a board of one's own, ready to draw; the way back leads to the list", async ({ person, server }) => {
  const ann = await person();
  await ann.page.goto(server.url);
  await ann.live();
  expect(ann.page.url()).toMatch(/\/b\/[\w-]{22}#[\w-]{43}$/);
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.hasShapes(1);
  await ann.saved();
  await ann.page.goBack();
  await expect(ann.page.getByRole("heading", { name: "Your boards" })).toBeVisible();
  await expect(ann.page.locator(".board-card")).toHaveCount(1);
});

test("a board that was left is seen on its card as it was, in either theme", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 500, y: 300 });
  await ann.saved();
  await ann.page.getByRole("button", { name: "Board menu" }).click();
  await ann.page.getByRole("menuitem", { name: "All boards" }).click();
  await expect(ann.page.getByRole("heading", { name: "Your boards" })).toBeVisible();
  // It comes a moment after the page that shows it, and is there after a reload.
  const picture = ann.page.locator(".board-face img");
  await expect(picture).toBeVisible();
  await ann.page.reload();
  await expect(picture).toBeVisible();
  const inked = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return [...data].filter((value, at) => at % 4 === 3 && value > 128).length;
  });
  expect(inked).toBeGreaterThan(200);
  const light = await picture.getAttribute("src");
  await ann.page.emulateMedia({ colorScheme: "dark" });
  await expect(picture).not.toHaveAttribute("src", light ?? "");
});

test("a board gets another name and is kept at the top; both are there after a reload", async ({ join, server }) => {
  const ann = await join();
  await ann.page.goto(server.url);
  await ann.page.getByRole("button", { name: "New board" }).click();
  await ann.live();
  await ann.page.goto(server.url);
  const cards = ann.page.locator(".board-card");
  await expect(cards).toHaveCount(2);
  await cards.nth(1).getByRole("button", { name: "More about Untitled board" }).click();
  await ann.page.getByRole("menuitem", { name: "Rename" }).click();
  await expect(ann.page.getByRole("textbox", { name: "Name of the board" })).toBeFocused();
  await ann.page.keyboard.type("Plans");
  await ann.page.keyboard.press("Enter");
  await expect(cards.nth(1).locator(".board-name")).toHaveText("Plans");
  await cards.nth(1).getByRole("button", { name: "More about Plans" }).click();
  await ann.page.getByRole("menuitem", { name: "Keep at the top" }).click();
  await expect(cards.nth(0).locator(".board-name")).toHaveText("Plans");
  await ann.page.reload();
  await expect(cards.nth(0).locator(".board-name")).toHaveText("Plans");
  await expect(cards.nth(0).getByLabel("Kept at the top")).toBeVisible();
});

test("a board that was taken off the list is brought back by undoing that", async ({ join, server }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 500, y: 300 });
  await ann.saved();
  await ann.page.goto(server.url);
  await ann.page.getByRole("button", { name: /^More about/ }).click();
  await ann.page.getByRole("menuitem", { name: "Remove from this list" }).click();
  await expect(ann.page.locator(".board-card")).toHaveCount(0);
  await ann.page.getByRole("button", { name: "Undo" }).click();
  await ann.page.getByRole("link", { name: "Open Untitled board" }).click();
  await ann.live();
  await ann.hasShapes(1);
});

test("where no board can be made, the first visit says so and lets one try again", async ({ person, server }) => {
  const ann = await person();
  ann.watch.expectErrors(/Failed to load resource|net::ERR/);
  await ann.page.route("**/api/boards", (route) => route.abort());
  await ann.page.goto(server.url);
  await expect(ann.page.getByRole("alert")).toHaveText("The board could not be made. Is the server running?");
  await ann.page.unroute("**/api/boards");
  await ann.page.getByRole("button", { name: "New board" }).click();
  await ann.live();
});

test("language and theme are chosen on the home page too, and kept", async ({ person, board }) => {
  const ann = await person();
  await ann.open(board.editUrl);
  await ann.page.getByRole("button", { name: "Board menu" }).click();
  await ann.page.getByRole("menuitem", { name: "All boards" }).click();
  await ann.page.getByRole("button", { name: "Language and theme" }).click();
  await ann.page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(ann.page.locator("html")).toHaveAttribute("data-theme", "dark");
  await ann.page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(ann.page.getByRole("heading", { name: "Deine Boards" })).toBeVisible();
  await ann.page.reload();
  await expect(ann.page.getByRole("heading", { name: "Deine Boards" })).toBeVisible();
  await expect(ann.page.locator("html")).toHaveAttribute("data-theme", "dark");
});
