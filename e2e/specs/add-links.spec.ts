// A link with which people add, and change what they have added: what others made is out of their reach, on the page and in the room.
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "../fixtures/test.ts";
import { mintLink } from "../fixtures/boards.ts";
import { type BoardPage, wave } from "../pages/board-page.ts";

const note = (person: BoardPage) => person.page.getByText("You can add and change your own");

/** Everything one does to what lies under the hand, by mouse and keys. */
async function meddle(person: BoardPage): Promise<void> {
  await person.press("v");
  await person.drag([
    { x: 350, y: 200 },
    { x: 380, y: 240 },
    { x: 450, y: 300 },
  ]);
  await person.press("Control+a");
  await person.press("ArrowRight");
  await person.press("Delete");
  await person.press("e");
  await person.drag([
    { x: 280, y: 250 },
    { x: 350, y: 250 },
    { x: 420, y: 250 },
  ]);
}

test("who has a link to add draws and changes their own, and cannot touch what others made", async ({ join, server, board, bot }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await ann.saved();
  await ann.page.getByRole("button", { name: "Share" }).click();
  await ann.page.getByRole("radio", { name: "Can add" }).click();
  const field = ann.page.getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(new RegExp(`/b/${board.id}#[\\w-]{43}$`));
  const link = await field.inputValue();
  expect([board.editUrl, board.viewUrl]).not.toContain(link);
  await ann.press("Escape");
  const kim = await join(link);
  await expect(note(kim)).toBeVisible();
  await expect(note(ann)).toHaveCount(0);
  await expect(kim.page.locator('[data-tool="draw"]')).toBeVisible();
  await expect(kim.page.locator('[data-tool="frame"]')).toHaveCount(0);
  const [annsId = ""] = Object.keys(await ann.records());
  await test.step("others' shapes stay as they are", async () => {
    const before = await ann.records();
    await meddle(kim);
    expect(await kim.records()).toEqual(before);
    expect(await kim.number("pending")).toBe(0);
  });
  await test.step("own shapes are drawn, moved and deleted", async () => {
    await kim.drawBetween("rect", { x: 500, y: 200 }, { x: 600, y: 300 });
    await kim.draw(wave({ x: 300, y: 420 }, { x: 600, y: 450 }));
    await kim.saved();
    await ann.hasShapes(3);
    await kim.press("v");
    await kim.press("Control+a");
    await kim.press("ArrowRight");
    await kim.saved();
    await expect.poll(() => ann.records()).toEqual(await kim.records());
    await kim.press("Delete");
    await kim.saved();
    await ann.hasShapes(1);
    expect(Object.keys(await ann.records())).toEqual([annsId]);
  });
  await test.step("the room refuses what a page would not ask for", async () => {
    const intruder = await bot(await mintLink(server.url, board, "add"));
    const ops: readonly Op[] = [{ op: "del", ids: [annsId] }];
    expect(await intruder.push(ops)).toMatchObject({ t: "nack", code: "forbidden" });
    expect((await bot()).entries().has(annsId)).toBe(true);
  });
});

test("what others made is selected, copied and followed, and nothing that would change it is offered", async ({
  join,
  server,
  board,
  bot,
}) => {
  const link = `${server.url}/b/${board.id}#share`;
  const shapes = [fixture("rect", { id: "box", x: 300, y: 200, w: 120, h: 90, fill: "solid", link, text: "", textW: 0, textH: 0 })];
  await (await bot()).push(shapes.map((shape) => ({ op: "add", shape })));
  const kim = await join(`${server.url}/b/${board.id}#${await mintLink(server.url, board, "add")}`);
  await kim.hasShapes(1);
  await expect(note(kim)).toBeVisible();
  await kim.press("v");
  await test.step("a click selects it, without handles and style panel", async () => {
    await kim.click({ x: 360, y: 240 });
    await expect(kim.page.getByRole("complementary", { name: "Style" })).toHaveCount(0);
    await kim.page.mouse.click(360, 240, { button: "right" });
    const menu = kim.page.getByRole("menu", { name: "Selection: 1 shape" });
    await expect(menu.getByRole("menuitem", { name: "Copy Ctrl+C" })).toBeVisible();
    await expect(menu.getByRole("menuitem", { name: "Duplicate" })).toBeVisible();
    await expect(menu.getByRole("menuitem", { name: "Open link" })).toBeVisible();
    for (const name of ["Delete", "Cut", "Lock or unlock", "Paste style"])
      await expect(menu.getByRole("menuitem", { name })).toHaveCount(0);
    await kim.press("Escape");
  });
  await test.step("a drag on it pulls up a marquee", async () => {
    const before = await kim.records();
    await kim.drag(
      [
        { x: 360, y: 240 },
        { x: 380, y: 260 },
        { x: 460, y: 320 },
      ],
      { release: false },
    );
    await expect.poll(() => kim.overlayInkIn({ x: 440, y: 300, w: 40, h: 40 })).toBeGreaterThan(0);
    await kim.page.mouse.up();
    expect(await kim.records()).toEqual(before);
  });
  await test.step("its copy is one's own", async () => {
    await kim.click({ x: 360, y: 240 });
    await kim.press("Control+c");
    await kim.moveMouse({ x: 700, y: 400 });
    await kim.press("Control+v");
    await kim.hasShapes(2);
    await expect(kim.page.getByRole("complementary", { name: "Style" })).toBeVisible();
    await kim.press("Delete");
    await kim.hasShapes(1);
  });
});

test("one's own stays one's own over a reload, and what an editor deletes of it is gone", async ({ join, server, board }) => {
  const ann = await join();
  const kim = await join(`${server.url}/b/${board.id}#${await mintLink(server.url, board, "add")}`);
  await expect(note(kim)).toBeVisible();
  await kim.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await kim.saved();
  await kim.reload();
  await kim.hasShapes(1);
  await expect(note(kim)).toBeVisible();
  const before = JSON.stringify(await kim.records());
  await kim.press("v");
  await kim.press("Control+a");
  await kim.press("ArrowRight");
  await kim.saved();
  expect(JSON.stringify(await kim.records())).not.toBe(before);
  await expect.poll(() => ann.records()).toEqual(await kim.records());
  await ann.press("v");
  await ann.press("Control+a");
  await ann.press("Delete");
  await ann.saved();
  await kim.hasShapes(0);
  await ann.press("Control+z");
  await kim.hasShapes(1);
  await kim.press("v");
  await kim.press("Control+a");
  await kim.press("Delete");
  await kim.saved();
  await ann.hasShapes(0);
});
