import { expect, test } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { type BoardPage, wave } from "../pages/board-page.ts";

async function expectFailure(person: BoardPage, url: string, title: string): Promise<void> {
  await person.page.goto(url);
  await expect(person.page.getByRole("heading", { name: title })).toBeVisible();
}

test("a view link shows everything and can change nothing", async ({ join, board, bot }) => {
  const ann = await join();
  const guest = await join(board.viewUrl);
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await ann.saved();
  await guest.hasShapes(1);
  await expect.poll(() => guest.records()).toEqual(await ann.records());
  await expect(guest.page.locator('[data-tool="draw"]')).toHaveCount(0);
  const before = await guest.records();
  await test.step("by keyboard and mouse", async () => {
    await guest.press("p");
    await guest.drag(wave({ x: 300, y: 400 }, { x: 600, y: 430 }));
    await guest.press("v");
    await guest.drag([
      { x: 350, y: 200 },
      { x: 380, y: 240 },
      { x: 450, y: 300 },
    ]);
    await guest.press("Control+a");
    await guest.press("Delete");
    await guest.press("Control+z");
    expect(await guest.records()).toEqual(before);
    expect(await guest.number("pending")).toBe(0);
  });
  await test.step("by speaking to the room", async () => {
    const intruder = await bot(board.viewSecret);
    const [id = ""] = Object.keys(before);
    expect(await intruder.push([{ op: "del", ids: [id] }])).toMatchObject({ t: "nack", code: "forbidden" });
    expect((await bot()).entries().has(id)).toBe(true);
  });
});

test("a view link makes no other links", async ({ board, server }) => {
  const answer = await fetch(`${server.url}/api/boards/${board.id}/links`, {
    method: "POST",
    headers: { authorization: `Bearer ${board.viewSecret}`, "content-type": "application/json" },
    body: JSON.stringify({ role: "edit" }),
  });
  expect(answer.status).toBe(403);
});

test("a board that does not exist and a wrong key look the same", async ({ person, server, board }) => {
  for (const link of [`/b/${"x".repeat(22)}#${board.editSecret}`, `/b/${board.id}#${"x".repeat(43)}`]) {
    const ann = await person();
    ann.watch.expectErrors(CONNECTION_LOST);
    await expectFailure(ann, server.url + link, "There is no board here");
  }
});

test("a link without its key says so", async ({ person, server, board }) => {
  await expectFailure(await person(), `${server.url}/b/${board.id}`, "This link is not complete");
});

test("Share copies a link that opens the board", async ({ join }) => {
  const ann = await join();
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.saved();
  await ann.page.getByRole("button", { name: "Share" }).click();
  await ann.page.getByRole("button", { name: "Copy link" }).click();
  await expect(ann.page.getByText("Link copied", { exact: true })).toBeVisible();
  const copied = await ann.page.evaluate(() => navigator.clipboard.readText());
  const bea = await join(copied);
  await bea.hasShapes(1);
  await expect(bea.page.locator('[data-tool="draw"]')).toBeVisible();
});

test("Share can make a link for looking only", async ({ join, board }) => {
  const ann = await join();
  await ann.page.getByRole("button", { name: "Share" }).click();
  await ann.page.getByRole("radio", { name: "Can view" }).click();
  const field = ann.page.getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(new RegExp(`/b/${board.id}#[\\w-]{43}$`));
  const link = await field.inputValue();
  expect(link).not.toBe(board.editUrl);
  const guest = await join(link);
  await expect(guest.page.locator('[data-tool="draw"]')).toHaveCount(0);
});

test("the key of a link is in no request's address", async ({ person, board }) => {
  const ann = await person();
  const addresses: string[] = [];
  ann.page.on("request", (request) => addresses.push(request.url()));
  ann.page.on("websocket", (socket) => addresses.push(socket.url()));
  await ann.open(board.editUrl);
  expect(addresses.length).toBeGreaterThan(2);
  // Playwright reports the page's own address with its fragment, which browsers do not send.
  const sent = addresses.map((address) => address.split("#")[0] ?? "");
  expect(sent.filter((address) => address.includes(board.editSecret))).toEqual([]);
});

test("a link that could not be made is asked for once more", async ({ join }) => {
  const ann = await join();
  const { page } = ann;
  ann.watch.expectErrors(CONNECTION_LOST);
  await page.route("**/api/boards/*/links", (route) => route.abort());
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("radio", { name: "Can view" }).click();
  await expect(page.getByRole("alert")).toHaveText("The link could not be made. Try again when you are online.");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.unroute("**/api/boards/*/links");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("textbox", { name: "Link" })).toHaveValue(/#[\w-]{43}$/);
  await expect(page.getByRole("alert")).toHaveCount(0);
});
