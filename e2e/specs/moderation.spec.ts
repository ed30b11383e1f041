// Sending people away, and making the links anew so that they cannot come back.
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { type BoardPage, wave } from "../pages/board-page.ts";

async function removeOther(person: BoardPage, choice: "Remove" | "Remove and make new links"): Promise<void> {
  await person.people.click();
  await person.page.getByRole("button", { name: /^Remove (?!and)\w/ }).click();
  await person.page.getByRole("button", { name: choice, exact: true }).click();
  await expect(person.page.getByText(/was removed$/)).toBeVisible();
  await person.press("Escape");
}

const gone = (person: BoardPage) => person.page.getByRole("heading", { name: "You were removed from this board" });

test("who is removed is told so and stays away until they open the link again; what they drew stays", async ({ join, board }) => {
  const [ann, eve] = [await join(), await join()];
  await ann.hasPeers(1);
  await eve.draw(wave({ x: 300, y: 250 }, { x: 600, y: 300 }));
  await eve.saved();
  await removeOther(ann, "Remove");
  await expect(gone(eve)).toBeVisible();
  await ann.hasPeers(0);
  await ann.hasShapes(1);
  // A line that is back would be tried at once.
  const asked: string[] = [];
  eve.page.on("request", (request) => asked.push(request.url()));
  await eve.page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(gone(eve)).toBeVisible();
  expect(asked).toEqual([]);
  await eve.page.goto("about:blank");
  await eve.open(board.editUrl);
  await eve.hasShapes(1);
  await ann.hasPeers(1);
});

test("with new links the removed person cannot come back, and the others go on, over a reload too", async ({ join, board }) => {
  const [ann, guest] = [await join(), await join(board.viewUrl)];
  const eve = await join();
  await ann.hasPeers(2);
  await guest.hasPeers(2);
  await ann.people.click();
  await expect(ann.page.getByRole("button", { name: /^Remove / })).toHaveCount(2);
  await ann.press("Escape");
  await guest.people.click();
  await expect(guest.page.getByRole("dialog", { name: "On this board" })).toBeVisible();
  await expect(guest.page.getByRole("button", { name: /^Remove / })).toHaveCount(0);
  await guest.press("Escape");
  await ann.people.click();
  await ann.page
    .getByRole("button", { name: /^Remove / })
    .last()
    .click();
  await ann.page.getByRole("button", { name: "Remove and make new links" }).click();
  await expect(gone(eve)).toBeVisible();
  await ann.press("Escape");
  for (const [person, old] of [
    [ann, board.editSecret],
    [guest, board.viewSecret],
  ] as const) {
    await expect.poll(() => person.page.evaluate(() => location.hash)).not.toBe(`#${old}`);
    await expect(person.root).toHaveAttribute("data-state", "live");
  }
  await ann.draw(wave({ x: 300, y: 250 }, { x: 600, y: 300 }));
  await ann.saved();
  await guest.hasShapes(1);
  for (const person of [ann, guest]) {
    await person.reload();
    await person.hasShapes(1);
  }
  await ann.draw(wave({ x: 300, y: 350 }, { x: 600, y: 400 }));
  await ann.saved();
  await ann.page.getByRole("button", { name: "Share" }).click();
  const field = ann.page.getByRole("textbox", { name: "Link" });
  const hash = await ann.page.evaluate(() => location.hash);
  await expect(field).toHaveValue(new RegExp(`${hash}$`));
  await ann.press("Escape");
  await eve.page.goto("about:blank");
  eve.watch.expectErrors(CONNECTION_LOST);
  await eve.page.goto(board.editUrl);
  await expect(eve.page.getByRole("heading", { name: "There is no board here" })).toBeVisible();
});

test("all that one person made is taken away at once, with or without them, and comes back as one step", async ({ join, bot }) => {
  const ann = await join();
  const eve = await bot();
  eve.send({ t: "me", name: "Eve" });
  await eve.push(["e1", "e2"].map((id) => ({ op: "add", shape: fixture("rect", { id, x: 300, y: 300, locked: id === "e2" }) })));
  await ann.drawBetween("rect", { x: 600, y: 200 }, { x: 700, y: 300 });
  await ann.hasShapes(3);
  await ann.saved();
  const ask = async () => {
    await ann.people.click();
    await ann.page.getByRole("button", { name: "Remove Eve" }).click();
  };
  await ask();
  await ann.page.getByRole("button", { name: "Take away their 2 shapes", exact: true }).click();
  await ann.hasShapes(1);
  await expect(ann.page.locator(".toast-title")).toHaveText("2 shapes by Eve were taken away");
  await ann.page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await ann.hasShapes(3);
  await ann.hasPeers(1);
  if (await ann.page.locator(".pop").isVisible()) await ann.press("Escape");
  await ask();
  await ann.page.getByRole("button", { name: "Remove", exact: true }).click();
  await ann.page.getByRole("button", { name: "Take their 2 shapes away, too" }).click();
  await ann.hasShapes(1);
  await ann.hasPeers(0);
  await ann.canvas.focus();
  await ann.undo();
  await ann.hasShapes(3);
});
