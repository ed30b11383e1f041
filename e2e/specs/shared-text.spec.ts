// Two people in one text: nothing typed is lost, carets stay with their letters, undo takes the own letters.
import { expect, test, through } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { type BoardPage, expectSameBoard } from "../pages/board-page.ts";

const AT = { x: 400, y: 300 };

/** The text that the tab holds; there is only one. */
async function textOf(board: BoardPage): Promise<string> {
  const [entry] = Object.values(await board.records());
  return (entry as { readonly shape: { readonly text: string } }).shape.text; // reason: the one shape of these tests is a text
}

/** Opens the text, with the caret at `offset`. */
async function edit(board: BoardPage, offset: number): Promise<void> {
  // A selected text has handles where the pointer goes: a small one is opened by the key.
  await board.press("Escape");
  await board.click({ x: AT.x + 4, y: AT.y + 12 });
  await board.press("Enter");
  await expect(board.textField).toBeFocused();
  await board.textField.evaluate((field: HTMLTextAreaElement, at) => field.setSelectionRange(at, at), offset);
}

const caret = (board: BoardPage) =>
  board.textField.evaluate((field: HTMLTextAreaElement) => [field.selectionStart, field.selectionEnd, field.value]);

async function twoIn(text: string, join: () => Promise<BoardPage>): Promise<readonly [ann: BoardPage, bea: BoardPage]> {
  const ann = await join();
  const bea = await join();
  await ann.typeText(AT, text);
  await ann.saved();
  await bea.hasShapes(1);
  return [ann, bea];
}

test("two who type into one text at the same time both see every letter of both", async ({ join }) => {
  const [ann, bea] = await twoIn("B", join);
  await edit(ann, 0);
  await edit(bea, 1);
  await Promise.all([ann.page.keyboard.type("AAAAAAAAAAAAAAA", { delay: 15 }), bea.page.keyboard.type("CCCCCCCCCCCCCCC", { delay: 15 })]);
  const all = `${"A".repeat(15)}B${"C".repeat(15)}`;
  for (const board of [ann, bea]) await expect(board.textField).toHaveValue(all);
  for (const board of [ann, bea]) await board.press("Escape");
  await ann.saved();
  await bea.saved();
  expect([await textOf(ann), await textOf(bea)]).toEqual([all, all]);
  await expectSameBoard(ann, bea);
});

test("the caret and the selection stay with their letters when somebody else types before them", async ({ join }) => {
  const [ann, bea] = await twoIn("one two", join);
  await edit(ann, 3);
  await edit(bea, 0);
  await bea.page.keyboard.type(">> ");
  await expect(ann.textField).toHaveValue(">> one two");
  expect(await caret(ann)).toEqual([6, 6, ">> one two"]);
  await ann.textField.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(7, 10));
  await bea.page.keyboard.type("- ");
  await expect(ann.textField).toHaveValue(">> - one two");
  expect(await caret(ann)).toEqual([9, 12, ">> - one two"]);
  await ann.page.keyboard.type("2");
  await expect(bea.textField).toHaveValue(">> - one 2");
});

test("undo takes what I typed and leaves what the other typed later, in the field and after it", async ({ join }) => {
  const [ann, bea] = await twoIn("text", join);
  await edit(ann, 4);
  await ann.page.keyboard.type(" ann");
  await edit(bea, 0);
  await expect(bea.textField).toHaveValue("text ann");
  await bea.page.keyboard.type("bea ");
  await expect(ann.textField).toHaveValue("bea text ann");
  await ann.undo();
  await expect(bea.textField).toHaveValue("bea text");
  await bea.press("Escape");
  await ann.redo();
  await expect.poll(() => textOf(bea)).toBe("bea text ann");
  await bea.undo();
  await expect.poll(() => textOf(ann)).toBe("text ann");
});

test("after an undo or redo in a shared text the field stays open, and what is typed next goes into it", async ({ join }) => {
  const [ann, bea] = await twoIn("text", join);
  await edit(ann, 4);
  await ann.page.keyboard.type(" ann");
  await edit(bea, 0);
  await bea.page.keyboard.type("bea ");
  await expect(ann.textField).toHaveValue("bea text ann");
  await ann.undo();
  await expect(ann.textField).toBeFocused();
  expect(await caret(ann)).toEqual([8, 8, "bea text"]);
  await ann.redo();
  await expect(ann.textField).toHaveValue("bea text ann");
  await ann.undo();
  await ann.page.keyboard.type(" rev");
  for (const board of [ann, bea]) await expect(board.textField).toHaveValue("bea text rev");
});

test("what is typed into a text without a network is merged with what the other typed meanwhile", async ({ board, join, line }) => {
  const ann = await join(through(line, board.editUrl));
  const bea = await join();
  await ann.typeText(AT, "shared");
  await ann.saved();
  await bea.hasShapes(1);
  ann.watch.expectErrors(CONNECTION_LOST);
  // First the line: a browser that believes to be without a network may not tell that a connection has ended.
  line.cut();
  await ann.page.context().setOffline(true);
  await expect(ann.root).not.toHaveAttribute("data-state", "live");
  await edit(ann, 6);
  await ann.page.keyboard.type(" offline");
  await edit(bea, 0);
  await bea.page.keyboard.type("online ");
  await bea.saved();
  line.mend();
  await ann.page.context().setOffline(false);
  await ann.live();
  for (const page of [ann, bea]) await expect(page.textField).toHaveValue("online shared offline");
  expect(await caret(ann)).toEqual([21, 21, "online shared offline"]);
});

test("an input method that is composing a letter is not disturbed", async ({ join }) => {
  const [ann, bea] = await twoIn("ab", join);
  await edit(ann, 2);
  await edit(bea, 0);
  const input = await ann.page.context().newCDPSession(ann.page);
  await input.send("Input.imeSetComposition", { text: "k", selectionStart: 1, selectionEnd: 1 });
  await expect(bea.textField).toHaveValue("abk");
  await bea.page.keyboard.type("X");
  await expect.poll(() => textOf(ann)).toBe("Xabk");
  await expect(ann.textField).toHaveValue("abk");
  await input.send("Input.imeSetComposition", { text: "か", selectionStart: 1, selectionEnd: 1 });
  await input.send("Input.insertText", { text: "か" });
  for (const board of [ann, bea]) await expect(board.textField).toHaveValue("Xabか");
  expect(await caret(ann)).toEqual([4, 4, "Xabか"]);
});

test("an input method composes the first letters of a new text", async ({ join }) => {
  const ann = await join();
  await ann.selectTool("text");
  await ann.click({ x: 400, y: 300 });
  await expect(ann.textField).toBeFocused();
  const input = await ann.page.context().newCDPSession(ann.page);
  for (const text of ["に", "日本"]) {
    await input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect.poll(async () => (await ann.onlyShape("text"))["text"]).toBe(text);
    await expect(ann.textField).toHaveValue(text);
  }
  await input.send("Input.insertText", { text: "日本" });
  await ann.page.keyboard.type("!");
  await ann.press("Escape");
  expect(await ann.onlyShape("text")).toMatchObject({ text: "日本!" });
});

test("the other's caret is seen where it is in the text, by its own colour and name, and goes with it", async ({ join }, testInfo) => {
  const [ann, bea] = await twoIn("shared words", join);
  await ann.press("Escape");
  await ann.moveMouse({ x: 700, y: 500 });
  /** Pixels that the overlay, the topmost layer, has over and above the first letters. */
  const overlay = () =>
    ann.page.evaluate(() => {
      const layer = [...document.querySelectorAll("canvas")].at(-1);
      const { data } = layer?.getContext("2d")?.getImageData(396, 270, 130, 60) ?? { data: [] };
      return data.filter((_, at) => at % 4 === 3 && (data[at] ?? 0) > 0).length;
    });
  await bea.press("Escape");
  await bea.moveMouse({ x: 700, y: 450 });
  await expect.poll(overlay).toBe(0);
  await edit(bea, 6);
  await bea.moveMouse({ x: 700, y: 450 });
  await bea.page.keyboard.type("!");
  await expect.poll(() => textOf(ann)).toBe("shared! words");
  const frameAndCaret = async (): Promise<number> => {
    await expect.poll(overlay).toBeGreaterThan(300);
    return overlay();
  };
  const collapsed = await frameAndCaret();
  await bea.page.keyboard.press("Shift+Home");
  await expect.poll(overlay).toBeGreaterThan(collapsed + 500);
  for (const scheme of ["light", "dark"] as const) {
    await ann.page.emulateMedia({ colorScheme: scheme });
    await testInfo.attach(`caret-${scheme}`, { body: await ann.page.screenshot({ path: testInfo.outputPath(`caret-${scheme}.png`) }) });
  }
  await bea.press("Escape");
  await bea.press("Escape");
  await expect.poll(overlay).toBe(0);
});
