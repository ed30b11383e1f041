// What the panels, menus and dialogs of a board look like on a screen with a mouse (see pages/looks.ts).
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { asAda, looks, ofOneChromium } from "../pages/looks.ts";
import { lookFrom, ON, show } from "../pages/show-board.ts";

ofOneChromium();

const popped = ({ page }: BoardPage) => page.locator(".pop").last();

/** Takes the picture of what a press of keys opens, and closes it. */
async function looksOpened(ana: BoardPage, key: string, name: string, selector: string, typed = ""): Promise<void> {
  await ana.press(key);
  const opened = ana.page.locator(selector);
  await expect(opened).toBeVisible();
  if (typed !== "") await ana.page.keyboard.type(typed);
  await looks(ana.page, name, { of: opened });
  await ana.press("Escape");
  if (await opened.isVisible()) await ana.press("Escape");
  await expect(opened).toHaveCount(0);
}

test("the panel of styles, for each kind of thing, and its colours", async ({ person, board, bot }) => {
  const ana = await (await asAda(await person())).open(board.editUrl);
  await show(ana, await bot());
  const panel = ana.page.locator(".style-panel");
  for (const kind of ["box", "way", "note", "list", "photo", "card"] as const) {
    await ana.press("Escape");
    await ana.click(ON[kind]);
    await expect(panel).toBeVisible();
    await ana.moveMouse({ x: 2, y: 300 });
    await looks(ana.page, `style-${kind}`, { of: panel });
  }
  for (const tool of ["draw", "geo"] as const) {
    await ana.selectTool(tool);
    await ana.moveMouse({ x: 2, y: 300 });
    await looks(ana.page, `style-${tool}`, { of: tool === "geo" ? { x: 300, y: 600, width: 680, height: 200 } : panel });
  }
  await lookFrom(ana);
  await ana.press("Control+a");
  await looks(ana.page, "selection", { of: { x: 310, y: 60, width: 560, height: 570 } });
  await ana.press("Escape");
  await ana.click(ON.box);
  await ana.press("s");
  await expect(ana.page.locator(".color-field")).toBeVisible();
  await looks(ana.page, "colours", { of: popped(ana) });
});

test("menus", async ({ person, board, bot }) => {
  const ana = await (await asAda(await person())).open(board.editUrl);
  await show(ana, await bot());
  const { page } = ana;
  await page.getByRole("button", { name: "Board menu" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await looks(page, "board-menu", { of: popped(ana) });
  for (const sub of ["Export", "Paper", "Language", "Preferences"]) {
    await page.getByRole("menuitem", { name: sub, exact: true }).press("ArrowRight");
    await expect(page.getByRole("menu")).toHaveCount(2);
    await looks(page, `board-menu-${sub.toLowerCase()}`, { of: popped(ana) });
    await ana.press("ArrowLeft");
    await expect(page.getByRole("menu")).toHaveCount(1);
  }
  await ana.press("Escape");
  for (const [name, at] of [
    ["context-shape", ON.box],
    ["context-board", ON.paper],
  ] as const) {
    await ana.canvas.click({ position: at, button: "right" });
    await expect(page.getByRole("menu")).toBeVisible();
    await looks(page, name, { of: popped(ana) });
    await ana.press("Escape");
    await ana.press("Escape");
  }
  await ana.press("Control+a");
  await ana.press("Shift+F10");
  await expect(page.getByRole("menu")).toBeFocused();
  await page.keyboard.type("Arr");
  await expect(page.getByRole("menuitem", { name: "Arrange" })).toBeFocused();
  await ana.press("ArrowRight");
  await expect(page.getByRole("menu")).toHaveCount(2);
  await looks(page, "context-arrange", { of: { x: 580, y: 290, width: 520, height: 500 } });
  await ana.press("Escape");
  await page.getByRole("button", { name: /^Zoom: / }).click();
  await expect(page.getByRole("menuitem", { name: "Zoom to fit" })).toBeVisible();
  await looks(page, "zoom-menu", { of: { x: 0, y: 600, width: 290, height: 200 } });
});

test("sharing, and who is here", async ({ person, board, bot }) => {
  const ana = await (await asAda(await person())).open(board.editUrl);
  (await bot()).send({ t: "me", name: "Rosalind", color: "violet" });
  (await bot(board.viewSecret)).send({ t: "me", name: "Karl Friedrich Hieronymus von Münchhausen", color: "orange" });
  await ana.hasPeers(2);
  await lookFrom(ana);
  const { page } = ana;
  await page.getByRole("button", { name: "Share" }).click();
  const link = page.getByRole("textbox", { name: "Link" });
  await expect(link).toHaveValue(/http/);
  await looks(page, "share", { of: popped(ana), without: link });
  await ana.press("Escape");
  await ana.people.click();
  await expect(page.getByText("Rosalind")).toBeVisible();
  await looks(page, "people", { of: popped(ana) });
  await page.getByRole("button", { name: "Rosalind", exact: true }).click();
  await ana.press("Escape");
  // The layer gives the focus back to its button before anything else can take it.
  await expect(ana.people).toBeFocused();
  await ana.canvas.focus();
  await expect(page.locator(".tip")).toHaveCount(0);
  await looks(page, "following", { of: { x: 0, y: 0, width: 1280, height: 160 } });
});

test("dialogs and panels that keys open", async ({ person, board, bot }) => {
  const ana = await (await asAda(await person())).open(board.editUrl);
  await show(ana, await bot());
  await looksOpened(ana, "Shift+?", "help", ".help");
  await looksOpened(ana, "Control+/", "palette-query", ".palette", "zoom");
  await looksOpened(ana, "Control+/", "palette-nothing", ".palette", "qqqq");
  await looksOpened(ana, "Control+f", "find", ".find", "th");
  await looksOpened(ana, "Control+f", "find-nothing", ".find", "qqqq");
  await looksOpened(ana, "Alt+o", "outline", ".outline");
  await looksOpened(ana, "Control+Shift+e", "export", ".export");
  await lookFrom(ana);
  await ana.click(ON.box);
  await looksOpened(ana, "Control+k", "link", ".link-pop", "ink.example");
  await ana.press("Control+k");
  await expect(ana.page.getByRole("textbox", { name: "Address" })).toBeFocused();
  await ana.page.keyboard.type("javascript:alert(1)");
  await ana.press("Enter");
  await looks(ana.page, "link-wrong", { of: popped(ana) });
});
