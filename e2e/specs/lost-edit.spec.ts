// What somebody deletes while another is changing it can be had back.
import { expect, test } from "../fixtures/test.ts";
import { expectSameBoard, wave } from "../pages/board-page.ts";

const BRING_BACK = { name: "Bring it back" };

test("a shape that another deletes just after one moved it is offered, and comes back moved for both", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await bea.hasShapes(1);
  await bea.press("v");
  await bea.press("Control+a");
  await ann.selectTool("select");
  await ann.drag([
    { x: 300, y: 250 },
    { x: 350, y: 280 },
    { x: 500, y: 300 },
  ]);
  await ann.saved();
  const moved = Object.values(await ann.records()).map((entry) => (entry as { shape: unknown }).shape); // reason: it lives
  await bea.press("Delete");
  await ann.hasShapes(0);
  await expect(ann.page.locator(".toast-title")).toHaveText(/^\S.* deleted a shape you were changing$/);
  await expect(bea.page.locator(".toast-title")).toHaveCount(0);
  await ann.page.getByRole("button", BRING_BACK).click();
  await expect(ann.page.locator(".toast-title")).toHaveCount(0);
  await bea.hasShapes(1);
  await ann.saved();
  expect(Object.values(await bea.records()).map((entry) => (entry as { shape: unknown }).shape)).toEqual(moved); // reason: as above
  await expectSameBoard(ann, bea);
  await ann.undo();
  await bea.hasShapes(0);
});

test("a shape that another deletes in the middle of a drag is offered with the drag so far", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await bea.hasShapes(1);
  await bea.press("v");
  await bea.press("Control+a");
  await ann.selectTool("select");
  await ann.drag(
    [
      { x: 300, y: 250 },
      { x: 350, y: 280 },
      { x: 500, y: 300 },
    ],
    { release: false },
  );
  await bea.press("Delete");
  await ann.hasShapes(0);
  await ann.page.mouse.up();
  await ann.page.getByRole("button", BRING_BACK).click();
  await bea.hasShapes(1);
  await ann.saved();
  await expectSameBoard(ann, bea);
});

test("a swipe of an eraser over what another has just drawn is one toast for the other, and none for who swiped", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  for (let y = 200; y < 500; y += 60) await ann.draw(wave({ x: 300, y }, { x: 400, y }));
  await ann.saved();
  await bea.hasShapes(5);
  await bea.selectTool("erase");
  await bea.drag([
    { x: 350, y: 150 },
    { x: 350, y: 300 },
    { x: 352, y: 500 },
  ]);
  await ann.hasShapes(0);
  await expect(ann.page.locator(".toast")).toHaveCount(1);
  await expect(bea.page.locator(".toast")).toHaveCount(0);
});

test("who types on in a text that somebody else deletes takes no tool and moves nothing by that", async ({ join, bot }) => {
  const ann = await join();
  const bea = await bot();
  await ann.selectTool("text");
  await ann.click({ x: 400, y: 300 });
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("words");
  await ann.saved();
  const typing = ann.page.keyboard.type("depths and more of them ".repeat(3), { delay: 20 });
  await expect.poll(() => bea.entries().size).toBe(1);
  await bea.push([{ op: "del", ids: [...bea.entries().keys()] }]);
  await typing;
  await ann.hasShapes(0);
  await expect(ann.textField).toHaveCount(0);
  await expect(ann.page.locator('[data-tool="select"]')).toHaveAttribute("aria-checked", "true");
  await expect(ann.page.locator(".toast-title")).toHaveCount(1);
  await ann.click({ x: 500, y: 500 });
  await ann.press("d");
  await expect(ann.page.locator('[data-tool="geo"]')).toHaveAttribute("aria-checked", "true");
});
