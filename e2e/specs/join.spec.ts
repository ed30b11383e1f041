import { expect, test } from "../fixtures/test.ts";
import { plainEntry } from "../pages/board-contents.ts";
import { expectSameBoard, wave } from "../pages/board-page.ts";

test("a late joiner sees everything, pixel and record", async ({ join, bot }) => {
  const ann = await join();
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.drawBetween("rect", { x: 300, y: 350 }, { x: 450, y: 450 });
  await ann.drawBetween("arrow", { x: 500, y: 350 }, { x: 650, y: 450 });
  await ann.typeText({ x: 700, y: 300 }, "late");
  await ann.press("Escape");
  await ann.saved();
  const bea = await join();
  await bea.hasShapes(4);
  await expectSameBoard(ann, bea);
  const truth = (await bot()).entries();
  const told = Object.fromEntries([...truth].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, entry]) => [id, plainEntry(entry)]));
  const held = await bea.records();
  expect(Object.keys(held).sort()).toEqual(Object.keys(told));
  expect(held).toEqual(told);
});

test("three people draw at the same time and end with the same board", async ({ join }) => {
  const people = [await join(), await join(), await join()];
  await Promise.all(
    people.map(async (person, row) => {
      for (let stroke = 0; stroke < 3; stroke += 1) {
        const y = 180 + row * 130 + stroke * 30;
        await person.draw(wave({ x: 250 + stroke * 20, y }, { x: 800, y: y + 40 }));
      }
    }),
  );
  for (const person of people) await person.hasShapes(9);
  for (const person of people) await person.saved();
  const [ann, bea, cai] = people;
  if (ann === undefined || bea === undefined || cai === undefined) throw new Error("three people joined");
  await expectSameBoard(ann, bea);
  await expectSameBoard(bea, cai);
});

test("a board is still there after a reload", async ({ join }) => {
  const ann = await join();
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.saved();
  const before = await ann.records();
  await ann.reload();
  await ann.hasShapes(1);
  expect(await ann.records()).toEqual(before);
});

test("a board is drawn on while the code of its style panel cannot be had, and has the panel when it can", async ({ person, board }) => {
  const ann = await person();
  ann.watch.expectErrors(/Failed to load resource/);
  let isAway = true;
  await ann.page.route(/\/assets\/around-.*js/, (route) => (isAway ? route.abort() : route.continue()));
  await ann.open(board.editUrl);
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.saved();
  const panel = ann.page.getByRole("complementary", { name: "Style" });
  await expect(panel).toHaveCount(0);
  isAway = false;
  await expect(panel).toBeVisible();
  await ann.hasShapes(1);
});
