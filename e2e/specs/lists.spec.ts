// Lists, checklists and links in texts: written with the keyboard, ticked with the pointer by several at once, followed.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, expectSameBoard } from "../pages/board-page.ts";

const AT = { x: 400, y: 300 };
/** The middle of the check box of the n-th line of a text that begins there. */
const box = (n: number) => ({ x: AT.x + 10, y: AT.y + 12 + 25 * n });

const textOf = async (board: BoardPage): Promise<unknown> => (await board.onlyShape("text"))["text"];

async function write(board: BoardPage, text: string): Promise<void> {
  await board.selectTool("text");
  await board.click(AT);
  await expect(board.textField).toBeFocused();
  await board.page.keyboard.insertText(text);
  await board.press("Escape");
  await expect(board.textField).toHaveCount(0);
  await board.press("Escape");
  await board.saved();
}

/** Opens the text, with what is selected from `start` to `end`. */
async function edit(board: BoardPage, start: number, end = start): Promise<void> {
  await board.selectTool("select");
  // A click on a text that is selected opens it.
  await board.press("Escape");
  await board.click({ x: AT.x + 34, y: AT.y + 12 });
  await board.press("Enter");
  await expect(board.textField).toBeFocused();
  await select(board, start, end);
}

const select = (board: BoardPage, start: number, end = start): Promise<void> =>
  board.textField.evaluate((field: HTMLTextAreaElement, [from, to]) => field.setSelectionRange(from, to), [start, end] as const);

/** What the field says, with its caret as "|". */
const field = (board: BoardPage): Promise<string> =>
  board.textField.evaluate(({ value, selectionStart: at }: HTMLTextAreaElement) => `${value.slice(0, at)}|${value.slice(at)}`);

/** CSS pixels of a part of the page at which ink begins after paper, from its left, in each row of pixels taken together. */
async function inkStarts(page: Page, clip: { x: number; y: number; width: number; height: number }): Promise<readonly number[]> {
  const picture = (await page.screenshot({ clip, caret: "hide" })).toString("base64");
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    if (context === null) throw new Error("no 2D context");
    context.drawImage(bitmap, 0, 0);
    const pixels = context.getImageData(0, 0, width, height).data;
    const isInked = (x: number): boolean =>
      Array.from({ length: height }, (_, y) => pixels[(y * width + x) * 4 + 1] ?? 255).some((green) => green < 110);
    const columns = Array.from({ length: width }, (_, x) => isInked(x));
    return columns.flatMap((inked, x) => (inked && columns[x - 1] !== true ? [x] : []));
  }, picture);
}

test.describe("writing a list", () => {
  test("Enter goes on with it, Tab puts items in and out, Enter on an empty one and Backspace end it; the browser's undo takes each back", async ({
    join,
  }) => {
    const ann = await join();
    const bea = await join();
    const { keyboard } = ann.page;
    await ann.selectTool("text");
    await ann.click(AT);
    await expect(ann.textField).toBeFocused();
    await keyboard.type("- milk");
    await keyboard.press("Enter");
    expect(await field(ann)).toBe("- milk\n- |");
    await keyboard.press("Tab");
    expect(await field(ann)).toBe("- milk\n    - |");
    await keyboard.type("oat");
    await keyboard.press("Enter");
    await keyboard.press("Shift+Tab");
    expect(await field(ann)).toBe("- milk\n    - oat\n- |");
    await keyboard.press("Control+z");
    expect(await field(ann)).toBe("- milk\n    - oat\n    - |");
    await keyboard.press("Enter");
    expect(await field(ann)).toBe("- milk\n    - oat\n- |");
    await keyboard.press("Enter");
    expect(await field(ann)).toBe("- milk\n    - oat\n|");
    await keyboard.type("1. one");
    await keyboard.press("Enter");
    await keyboard.type("two");
    await keyboard.press("Home");
    await keyboard.press("Shift+Enter");
    expect(await field(ann), "a line end, and nothing else").toBe("- milk\n    - oat\n1. one\n\n|2. two");
    await keyboard.press("Backspace");
    await select(ann, 23);
    await keyboard.press("Enter");
    expect(await field(ann)).toBe("- milk\n    - oat\n1. one\n2. |\n3. two");
    await keyboard.press("Backspace");
    expect(await field(ann)).toBe("- milk\n    - oat\n1. one\n|\n2. two");
    await keyboard.press("Control+z");
    await keyboard.press("Control+z");
    expect((await field(ann)).replace("|", ""), "with the numbers").toBe("- milk\n    - oat\n1. one\n2. two");
    await ann.press("Escape");
    await ann.saved();
    await expectSameBoard(ann, bea);
    expect(await textOf(bea)).toBe("- milk\n    - oat\n1. one\n2. two");
    await ann.undo();
    await bea.hasShapes(0);
  });

  test("keys make lists of the lines with the caret, and tick them; where there is no list, Tab leaves the text as ever", async ({
    join,
  }) => {
    const ann = await join();
    await write(ann, "one\ntwo\nthree");
    await edit(ann, 1, 5);
    await ann.press("Alt+Shift+9");
    await expect(ann.textField).toHaveValue("[ ] one\n[ ] two\nthree");
    await select(ann, 10);
    await ann.press("Alt+Enter");
    await expect(ann.textField).toHaveValue("[ ] one\n[x] two\nthree");
    await ann.press("Alt+Shift+7");
    await expect(ann.textField).toHaveValue("[ ] one\n1. two\nthree");
    await ann.press("Alt+Shift+7");
    await expect(ann.textField).toHaveValue("[ ] one\ntwo\nthree");
    await ann.press("Tab");
    await expect(ann.textField).toHaveCount(0);
    expect(await textOf(ann)).toBe("[ ] one\ntwo\nthree");
  });

  test("on a note Tab puts items in, and goes on to the next note from other lines", async ({ join }) => {
    const ann = await join();
    await ann.press("n");
    await ann.click(AT);
    await expect(ann.textField).toBeFocused();
    await ann.page.keyboard.type("title");
    await ann.press("Enter");
    await ann.page.keyboard.type("- item");
    await ann.press("Tab");
    await expect(ann.textField).toHaveValue("title\n    - item");
    await select(ann, 2);
    await ann.press("Tab");
    await expect(ann.textField).toHaveValue("");
    await ann.page.keyboard.type("next");
    await ann.hasShapes(2);
  });

  test("two write in one list: what one numbers anew takes nothing from the other", async ({ join }) => {
    const ann = await join();
    const bea = await join();
    await write(ann, "1. one\n2. two");
    await bea.hasShapes(1);
    await edit(ann, 6);
    await edit(bea, 13);
    await ann.press("Enter");
    await expect(bea.textField).toHaveValue("1. one\n2. \n3. two");
    await Promise.all([ann.page.keyboard.type("AAAA", { delay: 10 }), bea.page.keyboard.type("BBBB", { delay: 10 })]);
    for (const board of [ann, bea]) await expect(board.textField).toHaveValue("1. one\n2. AAAA\n3. twoBBBB");
    for (const board of [ann, bea]) await board.press("Escape");
    await ann.saved();
    await bea.saved();
    await expectSameBoard(ann, bea);
  });

  test("what an item says stays where it is when the field opens over it, aligned to whichever side", async ({ join }) => {
    const ann = await join();
    await ann.page.emulateMedia({ colorScheme: "light" });
    for (const [align, words] of [
      [undefined, "- milk\n[ ] bread"],
      ["Centre", "title\n- milk"],
      ["Align right", "1. milk\n2. bread"],
    ] as const) {
      await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 600, y: 400 });
      await ann.press("Enter");
      await expect(ann.textField).toBeFocused();
      await ann.page.keyboard.insertText(words);
      await ann.press("Escape");
      if (align !== undefined) await ann.page.locator(".style-panel").getByRole("radio", { name: align }).click();
      await ann.moveMouse({ x: 700, y: 600 });
      await ann.page.evaluate(() => document.fonts.ready);
      await ann.canvas.focus();
      // The last line, without the frame.
      const clip = { x: 310, y: 300, width: 280, height: 25 };
      const atRest = await inkStarts(ann.page, clip);
      await ann.press("Enter");
      await expect(ann.textField).toBeFocused();
      await select(ann, 0);
      const open = await inkStarts(ann.page, clip);
      const letters = words.slice(words.lastIndexOf("\n")).replace(/[^a-z]/g, "").length;
      expect(letters).toBeGreaterThan(3);
      const ends = [atRest, open].map((starts) => starts.slice(-letters + 1));
      expect(ends[0]).toHaveLength(letters - 1);
      ends[0]?.forEach((x, i) =>
        expect(Math.abs(x - (ends[1]?.[i] ?? 0)), `${words}: letter ${i}, ${atRest} and ${open}`).toBeLessThanOrEqual(1),
      );
      await ann.press("Escape");
      await ann.press("Delete");
      await ann.hasShapes(0);
    }
  });
});

test.describe("check boxes", () => {
  test("are ticked with a click by two at once, each undone by who did it; who may only look cannot", async ({ board, join }) => {
    const ann = await join();
    const bea = await join();
    const eve = await join(board.viewUrl);
    await write(ann, "[ ] one\n[ ] two\n[ ] three");
    await bea.hasShapes(1);
    await eve.hasShapes(1);
    for (const person of [bea, eve]) await person.selectTool("select");
    await Promise.all([ann.click(box(0)), bea.click(box(2))]);
    for (const page of [ann, bea, eve]) await expect.poll(() => textOf(page)).toBe("[x] one\n[ ] two\n[x] three");
    // The same one, before either has heard of the other: ticked is ticked.
    await Promise.all([ann.click(box(1)), bea.click(box(1))]);
    await ann.saved();
    await bea.saved();
    await expectSameBoard(ann, bea);
    // Or one had heard of the other, and took the tick away.
    expect(String(await textOf(ann))).toMatch(/^\[x\] one\n\[(?:x{1,2}| )\] two\n\[x\] three$/);
    await ann.press("Escape");
    await ann.undo();
    await ann.undo();
    await expect.poll(async () => String(await textOf(bea)).startsWith("[ ] one\n")).toBe(true);
    expect(String(await textOf(bea)).endsWith("[x] three")).toBe(true);
    const seq = await eve.number("seq");
    await eve.click(box(0));
    await eve.click(box(2));
    await ann.click(box(0));
    await expect.poll(() => textOf(eve)).toMatch(/^\[x\] one\n/);
    expect(String(await textOf(eve)).endsWith("[x] three")).toBe(true);
    expect(await eve.number("seq"), "the one tick of the one who may").toBe(seq + 1);
  });

  test("show a hand, select nothing, and are seen ticked by others", async ({ join }) => {
    const ann = await join();
    const bea = await join();
    await write(ann, "[ ] one");
    await bea.hasShapes(1);
    const part = { x: AT.x, y: AT.y, w: 22, h: 25 };
    await bea.moveMouse({ x: 700, y: 600 });
    await expect.poll(() => bea.inkIn(part)).toBeGreaterThan(0);
    const before = await bea.inkIn(part);
    await ann.moveMouse(box(0));
    await expect(ann.canvas).toHaveCSS("cursor", "pointer");
    await ann.click(box(0));
    await expect.poll(() => bea.inkIn(part)).toBeGreaterThan(before + 10);
    await expect(ann.page.locator(".style-panel")).toHaveCount(0);
    await ann.click({ x: AT.x + 50, y: AT.y + 12 });
    await expect(ann.page.locator(".style-panel")).toBeVisible();
  });

  test("are ticked by keys, and made by buttons beside bold and italic, of lines or of all that is selected", async ({ join }) => {
    const ann = await join();
    await write(ann, "one\ntwo");
    await ann.click({ x: AT.x + 10, y: AT.y + 12 });
    const panel = ann.page.locator(".style-panel");
    const button = (name: string) => panel.getByRole("button", { name });
    await button("Checklist").click();
    await expect.poll(() => textOf(ann)).toBe("[ ] one\n[ ] two");
    await expect(button("Checklist")).toHaveAttribute("aria-pressed", "true");
    await ann.canvas.focus();
    await ann.press("Alt+Enter");
    await expect.poll(() => textOf(ann)).toBe("[x] one\n[x] two");
    await edit(ann, 5);
    await button("Numbered list").click();
    await expect(ann.textField).toBeFocused();
    await expect(ann.textField).toHaveValue("1. one\n[x] two");
    await expect(button("Checklist")).toHaveAttribute("aria-pressed", "false");
    await ann.press("Escape");
    await ann.press("Control+/");
    await ann.page.keyboard.type("bulleted");
    await ann.press("Enter");
    await expect.poll(() => textOf(ann)).toBe("- one\n- two");
    for (let i = 0; i < 4; i += 1) await ann.undo();
    await expect.poll(() => textOf(ann)).toBe("one\ntwo");
  });

  test("are said in the outline and where Tab leads to: what is done, and what is to do, and again when keys have ticked them", async ({
    join,
  }) => {
    const ann = await join();
    await write(ann, "Shopping\n[x] milk\n[ ] bread\n- and\n1. more");
    // Right after Escape, Tab would lead away from the paper.
    await ann.click({ x: 1000, y: 650 });
    await ann.press("Tab");
    const said = ann.page.locator(".walk-said");
    await expect(said).toHaveText("Shopping, done: milk, to do: bread, and, 1. more, 1 of 1");
    await ann.press("Alt+Enter");
    await expect(said).toHaveText("Shopping, done: milk, done: bread, and, 1. more, 1 of 1");
    await ann.undo();
    await expect.poll(() => textOf(ann)).toContain("[ ] bread");
    await ann.press("Alt+o");
    await expect(ann.page.locator(".outline-row")).toHaveText(["Shopping, done: milk, to do: bread, and, 1. more"]);
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

    test("are ticked with a finger, and links are opened", async ({ join, server }) => {
      const ann = await join();
      await ann.press("n");
      await ann.page.touchscreen.tap(195, 300);
      await expect(ann.textField).toBeFocused();
      await ann.page.keyboard.insertText(`[ ] see\n[ ] ${server.url}/x`);
      await ann.press("Escape");
      await ann.press("Escape");
      const note = await ann.onlyShape("note");
      const left = Number(note["x"]) + 14 + (172 - Number(note["textW"])) / 2;
      const top = Number(note["y"]) + (Number(note["h"]) - Number(note["textH"])) / 2;
      // A little beside it: a finger is no pen.
      await ann.page.touchscreen.tap(left + 2, top + 8);
      await expect.poll(async () => String((await ann.onlyShape("note"))["text"]).startsWith("[x] see")).toBe(true);
      await expect(ann.page.locator(".text-links")).toHaveCount(0);
      await ann.page.touchscreen.tap(195, Number(note["y"]) + 20);
      const link = ann.page.locator(".text-links").getByRole("link");
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      const [opened] = await Promise.all([ann.page.context().waitForEvent("page"), link.tap()]);
      expect(opened.url()).toBe(`${server.url}/x`);
    });
  });
});

test.describe("links", () => {
  test("are opened in a tab of their own with Mod and a click, and show a hand while Mod is held", async ({ board, join, server }) => {
    const ann = await join();
    await write(ann, `${server.url}/x and more`);
    const eve = await join(board.viewUrl);
    await eve.hasShapes(1);
    for (const person of [ann, eve]) {
      await person.selectTool("select");
      await person.moveMouse({ x: AT.x + 40, y: AT.y + 12 });
      await expect(person.canvas).not.toHaveCSS("cursor", "pointer");
      await person.page.keyboard.down("Control");
      await expect(person.canvas).toHaveCSS("cursor", "pointer");
      const [opened] = await Promise.all([person.page.context().waitForEvent("page"), person.page.mouse.click(AT.x + 40, AT.y + 12)]);
      await person.page.keyboard.up("Control");
      await expect(person.canvas).not.toHaveCSS("cursor", "pointer");
      expect(opened.url()).toBe(`${server.url}/x`);
      expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
      await opened.close();
    }
    expect(ann.page.context().pages()).toHaveLength(1);
    await ann.click({ x: AT.x + 40, y: AT.y + 12 });
    expect(ann.page.context().pages(), "a click alone selects").toHaveLength(1);
  });

  test("of the selected shape are below it, each once, and are followed by the keyboard; what is no web address is none", async ({
    join,
    server,
  }) => {
    const ann = await join();
    await write(ann, `${server.url}/x, ${server.url}/x and www.example.org.\njavascript:alert(1)`);
    await ann.click({ x: AT.x + 20, y: AT.y + 12 });
    const links = ann.page.locator(".text-links").getByRole("link");
    await expect(links).toHaveCount(2);
    await expect(links.nth(1)).toHaveAttribute("href", "https://www.example.org/");
    for (const link of await links.all()) {
      await expect(link).toHaveAttribute("target", "_blank");
      await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    }
    await links.first().focus();
    const [opened] = await Promise.all([ann.page.context().waitForEvent("page"), ann.press("Enter")]);
    expect(opened.url()).toBe(`${server.url}/x`);
    await opened.close();
    await ann.canvas.focus();
    await ann.press("Control+/");
    await ann.page.keyboard.type("open the link");
    const [again] = await Promise.all([ann.page.context().waitForEvent("page"), ann.press("Enter")]);
    expect(again.url()).toBe(`${server.url}/x`);
    await again.close();
    await ann.press("Escape");
    await expect(links).toHaveCount(0);
  });
});
