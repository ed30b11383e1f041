// Sticky notes: written by two at once, one after the other, and many at a time.
import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, expectSameBoard } from "../pages/board-page.ts";

type Note = { readonly [prop: string]: unknown };

/** The notes of a tab, by what is written on them. */
async function notesOf(board: BoardPage): Promise<Readonly<Record<string, Note>>> {
  const records = Object.values(await board.records()) as unknown as readonly { readonly shape: Note }[]; // reason: live entries have a shape
  return Object.fromEntries(records.map(({ shape }) => [String(shape["text"]), shape]));
}

test("two people type on one note at once, which grows; it has the name of who wrote first, also in the outline", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.press("n");
  await ann.click({ x: 500, y: 300 });
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("world");
  await expect.poll(async () => Object.keys(await notesOf(bea))).toEqual(["world"]);
  await bea.selectTool("select");
  await bea.canvas.dblclick({ position: { x: 500, y: 300 } });
  await expect(bea.textField).toBeFocused();
  await bea.page.keyboard.press("Home");
  await bea.page.keyboard.type("hello ");
  await ann.page.keyboard.press("End");
  await ann.page.keyboard.type(
    ", and all of you who have come to write more than there is room for on a square of paper, and even more than that",
  );
  const words =
    "hello world, and all of you who have come to write more than there is room for on a square of paper, and even more than that";
  await expect(bea.textField).toHaveValue(words);
  await ann.press("Escape");
  await bea.press("Escape");
  await expect(bea.textField).toHaveCount(0);
  await ann.saved();
  await bea.saved();
  await expectSameBoard(ann, bea);
  const note = (await notesOf(bea))[words] ?? {};
  const name = await ann.page.evaluate(() => JSON.parse(localStorage.getItem("inkroom.profile") ?? "{}").name as string);
  expect(note).toMatchObject({ kind: "note", w: 200, x: 400, color: "yellow", author: name });
  expect(Number(note["h"])).toBeGreaterThan(Number(note["textH"]) + 40);
  await bea.press("Alt+o");
  await expect(bea.page.locator(".outline-row")).toHaveText([`${words.slice(0, 120)} (by ${name})`]);
});

test("Tab goes on to the note beside, Mod+Enter to the one below, in the same colour; a handle pulls out another", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.press("n");
  await ann.page.locator(".style-panel").getByRole("radio", { name: "Blue" }).click();
  await ann.click({ x: 300, y: 200 });
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("one");
  await ann.press("Tab");
  await expect(ann.textField).toHaveValue("");
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("two");
  await ann.press("Control+Enter");
  await expect(ann.textField).toHaveValue("");
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("three");
  await ann.press("Shift+Tab");
  await expect(ann.textField).toHaveValue("");
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("four");
  await ann.press("Tab");
  await expect(ann.textField).toHaveValue("three");
  await ann.press("Escape");
  await expect
    .poll(() => notesOf(bea))
    .toMatchObject({
      one: { x: 200, y: 100, color: "blue" },
      two: { x: 420, y: 100, color: "blue" },
      three: { x: 420, y: 320 },
      four: { x: 200, y: 320 },
    });
  // The plus at the right of "three".
  await ann.drag([
    { x: 646, y: 420 },
    { x: 680, y: 430 },
    { x: 840, y: 260 },
  ]);
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("five");
  await ann.press("Escape");
  await expect.poll(async () => (await notesOf(bea))["five"]).toMatchObject({ color: "blue", w: 200 });
});

test("lines that are pasted with the note tool become notes in a grid, one step to undo", async ({ join }) => {
  const ann = await join();
  await ann.page.evaluate(() => navigator.clipboard.writeText("- first\n- second\n\n- third\n"));
  await ann.press("n");
  await ann.moveMouse({ x: 600, y: 350 });
  await expect(async () => {
    await ann.press("Control+v");
    await ann.hasShapes(3);
  }).toPass();
  const { first, second, third } = await notesOf(ann);
  expect([second?.["x"], second?.["y"]]).toEqual([Number(first?.["x"]) + 220, first?.["y"]]);
  expect([third?.["x"], third?.["y"]]).toEqual([first?.["x"], Number(first?.["y"]) + 220]);
  await ann.undo();
  await ann.hasShapes(0);
});
