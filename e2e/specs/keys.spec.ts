// Whose keys: those of Excalidraw or of tldraw, chosen in the sheet of shortcuts, the menu or the palette, and kept by the browser.
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage, Tool } from "../pages/board-page.ts";

const isInHand = (ana: BoardPage, tool: Tool) => expect(ana.page.locator(`[data-tool="${tool}"]`)).toHaveAttribute("aria-checked", "true");
const sheetOf = ({ page }: BoardPage) => page.getByRole("dialog", { name: "Keyboard shortcuts" });
/** The keys beside a name in the sheet. */
const keysBeside = (ana: BoardPage, name: string) =>
  sheetOf(ana)
    .locator(".help-row", { has: ana.page.getByText(name, { exact: true }) })
    .locator("kbd");

async function chooseInSheet(ana: BoardPage, name: "Excalidraw" | "tldraw"): Promise<void> {
  await ana.press("Shift+?");
  await sheetOf(ana).getByRole("radio", { name, exact: true }).click();
  await ana.press("Escape");
  await expect(sheetOf(ana)).toHaveCount(0);
}

async function choosePalette({ page }: BoardPage, key: string, words: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("keys of tldraw are chosen in the sheet, which shows them, and obeyed at once: tools, digits, and what is no tool", async ({
  join,
}) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 260 });
  await ana.drawBetween("rect", { x: 500, y: 400 }, { x: 560, y: 460 });
  await ana.press("Shift+?");
  await expect(keysBeside(ana, "Pen")).toHaveText(["P", "X", "7"]);
  await sheetOf(ana).getByRole("radio", { name: "tldraw" }).click();
  await expect(keysBeside(ana, "Pen")).toHaveText(["D", "B", "X"]);
  await expect(keysBeside(ana, "Align left")).toHaveText(["Alt+A"]);
  await expect(keysBeside(ana, "Diamond")).toHaveCount(0);
  await ana.press("Escape");
  await ana.press("d");
  await isInHand(ana, "draw");
  await ana.drag([
    { x: 650, y: 200 },
    { x: 700, y: 240 },
    { x: 720, y: 300 },
  ]);
  await ana.hasShapes(3);
  await ana.press("6");
  await isInHand(ana, "rect");
  await ana.press("1");
  await isInHand(ana, "select");
  await ana.press("Control+a");
  await ana.press("Alt+a");
  await expect.poll(async () => new Set((await ana.shapes("rect")).map(({ x }) => x)).size).toBe(1);
  await ana.press("Control+/");
  await expect(ana.page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("tooltips, menus and the palette name the keys of the preset", async ({ join }) => {
  const ana = await join();
  const { page } = ana;
  await ana.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 260 });
  await chooseInSheet(ana, "tldraw");
  await page.locator('[data-tool="draw"]').hover();
  await expect(page.locator(".tip kbd")).toHaveText("D B X 3");
  await page.locator('[data-tool="geo"]').hover();
  await expect(page.locator(".tip kbd")).toHaveText("G 8");
  await ana.canvas.click({ position: { x: 300, y: 230 }, button: "right" });
  await page.getByRole("menuitem", { name: "Arrange" }).click();
  await expect(page.getByRole("menuitem", { name: "Bring forward" }).locator("kbd")).toHaveText("Alt+]");
  await ana.press("Escape");
  await page.getByRole("button", { name: "Board menu" }).click();
  await expect(page.getByRole("menuitem", { name: "Command palette" }).locator("kbd")).toHaveText("Ctrl+Shift+P");
  await ana.press("Escape");
  await ana.press("Control+Shift+p");
  await page.keyboard.type("copy as png");
  await expect(page.getByRole("option", { name: "Copy as PNG" }).locator("kbd")).toHaveText("Ctrl+Shift+C");
});

test("the preset is kept for all boards of this browser, and changed back in the menu or the palette", async ({ join, board }) => {
  const ana = await join();
  await choosePalette(ana, "Control+/", "keys tldraw");
  await ana.press("d");
  await isInHand(ana, "draw");
  await ana.reload();
  await ana.press("g");
  await isInHand(ana, "geo");
  await ana.press("v");
  const choices = ana.page.getByRole("group", { name: "Keys as in" });
  await ana.page.getByRole("button", { name: "Board menu" }).click();
  await ana.page.getByRole("menuitem", { name: "Preferences" }).click();
  await expect(choices.getByRole("menuitemradio", { name: "tldraw" })).toBeChecked();
  await choices.getByRole("menuitemradio", { name: "Excalidraw" }).click();
  await expect(choices.getByRole("menuitemradio", { name: "Excalidraw" })).toBeChecked();
  await ana.press("Escape");
  await ana.press("Escape");
  await ana.press("p");
  await isInHand(ana, "draw");
  const ben = await join(board.editUrl);
  await ben.press("d");
  await isInHand(ben, "geo");
});

test("on a keyboard without Latin letters the keys of both presets are where they are on a Latin one", async ({ join }) => {
  const ana = await join();
  const session = await ana.page.context().newCDPSession(ana.page);
  const press = async (key: string, code: string): Promise<void> => {
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", key, code, text: key });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key, code });
  };
  await press("з", "KeyP");
  await isInHand(ana, "draw");
  await chooseInSheet(ana, "tldraw");
  await press("м", "KeyV");
  await isInHand(ana, "select");
  await press("и", "KeyB");
  await isInHand(ana, "draw");
});

test("with the keys of tldraw Ctrl and an arrow key goes from shape to shape, up with Shift as well to what is around", async ({
  join,
}) => {
  const ana = await join();
  await ana.drawBetween("frame", { x: 200, y: 150 }, { x: 760, y: 500 });
  await ana.drawBetween("rect", { x: 260, y: 220 }, { x: 340, y: 300 });
  await ana.drawBetween("ellipse", { x: 560, y: 230 }, { x: 640, y: 310 });
  await chooseInSheet(ana, "tldraw");
  const kinds = (key: string, kind: string) => async () => {
    await ana.press(key);
    await expect(ana.page.locator('.only-spoken[aria-live="polite"]')).toContainText(kind);
  };
  await kinds("Control+ArrowLeft", "Rectangle")();
  await kinds("Control+ArrowRight", "Ellipse")();
  await kinds("Control+Shift+ArrowUp", "Frame 1")();
  await kinds("Control+Shift+ArrowDown", "Rectangle")();
  await ana.press("Delete");
  await ana.hasShapes(2);
  expect((await ana.shapes("rect")).length).toBe(0);
});

test("a click on a button leaves the keyboard to the board: arrow keys move what is selected, Space moves the paper", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 300, y: 300 }, { x: 400, y: 400 });
  // The code that sees to it comes after the board is shown, with that which speaks.
  await expect(ann.page.locator(".walk-said")).toBeAttached();
  await ann.page.getByRole("radio", { name: "Red", exact: true }).click();
  await expect(ann.canvas).toBeFocused();
  await ann.press("ArrowRight");
  await expect.poll(async () => ann.onlyShape("rect")).toMatchObject({ color: "red", x: 301 });
  await ann.selectTool("draw");
  await ann.page.keyboard.down(" ");
  await ann.drag([
    { x: 600, y: 500 },
    { x: 620, y: 500 },
    { x: 650, y: 500 },
  ]);
  await ann.page.keyboard.up(" ");
  await ann.hasShapes(1);
  await ann.press("v");
  await ann.click({ x: 351, y: 350 });
  await expect(ann.page.getByRole("textbox", { name: "X" })).toHaveValue("301");
  // What a click opens is not marked as if keys had led there.
  await ann.page.getByRole("button", { name: "Share" }).click();
  await expect(ann.page.locator(".pop:focus, .pop :focus")).toHaveCount(1);
  await expect(ann.page.locator(".pop :focus-visible")).toHaveCount(0);
  await ann.press("Escape");
  await expect(ann.page.locator(".pop")).toHaveCount(0);
  // Who has gone to a button by keys uses it by keys.
  await ann.press("Escape");
  await ann.page.locator('[data-tool="hand"]').focus();
  await ann.press("Enter");
  await expect(ann.page.locator('[data-tool="hand"]')).toBeFocused();
});

test("a key that is pressed in the moment in which the board appears is the board's", async ({ person, board }) => {
  const ann = await person();
  await ann.page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector("main.board .canvas") === null) return;
      watch.disconnect();
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: "?", code: "Slash", shiftKey: true, bubbles: true, cancelable: true }),
      );
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await ann.open(board.editUrl);
  await expect(ann.page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});
