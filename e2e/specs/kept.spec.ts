// What a browser keeps of a board: it opens before there is a line, and work done without one survives tab and browser.
import { chromium, type BrowserContext } from "@playwright/test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { launchOptions } from "@inkroom/test-browser";
import { expect, test as base, through } from "../fixtures/test.ts";
import { CONNECTION_LOST, watchPage } from "../fixtures/watch-page.ts";
import { enableDebugHandle } from "../pages/board-contents.ts";
import { BoardPage, expectSameBoard, wave } from "../pages/board-page.ts";
import { isKept, keptRows } from "../pages/kept-copy.ts";

type Profile = {
  /** A tab of the profile's browser, which is started if it does not run. */
  tab: () => Promise<BoardPage>;
  /** Ends the browser; the profile stays. */
  quit: () => Promise<void>;
};

/** Cuts the board's line while the page and its tickets can still be had, as a proxy without WebSockets does. */
async function withoutLine(context: BrowserContext): Promise<{ mend(): void }> {
  let isCut = true;
  await context.routeWebSocket(/\/parties\//, (socket) => {
    if (isCut) void socket.close({ code: 1003 });
    else socket.connectToServer();
  });
  return { mend: () => (isCut = false) };
}

/** Each test starts a browser of its own, some of them twice. */
base.slow();

const test = base.extend<{ profile: Profile }>({
  profile: async ({ locale, viewport }, use) => {
    const dir = mkdtempSync(path.join(os.tmpdir(), "inkroom-profile-"));
    let context: BrowserContext | undefined;
    const start = async (): Promise<BrowserContext> => {
      const started = await chromium.launchPersistentContext(dir, {
        ...launchOptions(),
        serviceWorkers: "block",
        viewport,
        ...(locale === undefined ? {} : { locale }),
      });
      await enableDebugHandle(started);
      return started;
    };
    const quit = async (): Promise<void> => {
      await context?.close();
      context = undefined;
    };
    const tab = async (): Promise<BoardPage> => {
      context ??= await start();
      const page = await context.newPage();
      return new BoardPage(page, watchPage(page));
    };
    await use({ tab, quit });
    await quit();
    rmSync(dir, { recursive: true, force: true });
  },
});

/** Opens the board and waits until it shows what the browser has stored of it. */
async function openStored(tab: BoardPage, url: string, shapes: number): Promise<void> {
  await tab.page.goto(url);
  await tab.hasShapes(shapes);
}

test("a board is there before its line is, says of when it is, and can be drawn on", async ({ profile, board }) => {
  const first = await profile.tab();
  await first.open(board.editUrl);
  await first.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await first.saved();
  await first.page.close();
  const again = await profile.tab();
  const line = await withoutLine(again.page.context());
  await openStored(again, board.editUrl, 1);
  await expect(again.root).not.toHaveAttribute("data-state", "live");
  await expect(again.status).toContainText(/board as of \d\d:\d\d/i);
  expect((await again.pixels()).inked).toBeGreaterThan(0);
  await again.draw(wave({ x: 250, y: 400 }, { x: 600, y: 460 }));
  await again.hasShapes(2);
  await expect(again.status).toContainText("kept on this device");
  line.mend();
  await again.saved();
  await expect(again.status).toHaveAttribute("data-status", "saved");
});

test("work without a line survives the closing of the tab, and of the browser, and arrives once", async ({ profile, board, join }) => {
  const bea = await join();
  const first = await profile.tab();
  await first.open(board.editUrl);
  await first.draw(wave({ x: 250, y: 150 }, { x: 600, y: 190 }));
  await first.saved();
  await withoutLine(first.page.context());
  await first.page.reload();
  await first.hasShapes(1);
  await first.draw(wave({ x: 250, y: 250 }, { x: 600, y: 290 }));
  await first.drawBetween("rect", { x: 300, y: 350 }, { x: 450, y: 450 });
  await first.page.close();
  const second = await profile.tab();
  await openStored(second, board.editUrl, 3);
  await second.draw(wave({ x: 250, y: 500 }, { x: 600, y: 540 }));
  await second.hasShapes(4);
  // The first stroke counts too where the reload was quicker than the note that the room has it.
  await expect(second.status).toContainText(/[34] changes kept on this device/);
  await bea.draw(wave({ x: 650, y: 400 }, { x: 900, y: 460 }));
  await bea.saved();
  await profile.quit();
  const third = await profile.tab();
  await openStored(third, board.editUrl, 5);
  await third.saved();
  await third.hasShapes(5);
  await bea.hasShapes(5);
  await expect.poll(async () => JSON.stringify(await third.records()) === JSON.stringify(await bea.records())).toBe(true);
  await third.page.reload();
  await third.live();
  await third.saved();
  await bea.hasShapes(5);
});

test("two tabs of one browser draw side by side, none throws the other off, and a closed one's work is sent by the other", async ({
  profile,
  board,
  join,
}) => {
  const bea = await join();
  const one = await profile.tab();
  const two = await profile.tab();
  await one.open(board.editUrl);
  await two.open(board.editUrl);
  await bea.hasPeers(2);
  await one.draw(wave({ x: 250, y: 150 }, { x: 600, y: 190 }));
  await two.draw(wave({ x: 250, y: 250 }, { x: 600, y: 290 }));
  for (const tab of [one, two]) await tab.saved();
  await bea.hasShapes(2);
  const line = await withoutLine(two.page.context());
  for (const tab of [one, two]) {
    await tab.page.reload();
    await tab.hasShapes(2);
  }
  await one.draw(wave({ x: 250, y: 350 }, { x: 600, y: 390 }));
  await two.draw(wave({ x: 250, y: 450 }, { x: 600, y: 490 }));
  await two.hasShapes(3);
  await two.page.close();
  line.mend();
  await one.saved();
  await one.hasShapes(4);
  await bea.hasShapes(4);
  await expectSameBoard(one, bea);
});

test("a tab that crashes in the middle of a stroke, after the server was killed: what it had drawn is there once", async ({
  profile,
  board,
  server,
  join,
}) => {
  const bea = await join();
  bea.watch.expectErrors(CONNECTION_LOST);
  const ann = await profile.tab();
  await ann.open(board.editUrl);
  await ann.draw(wave({ x: 250, y: 200 }, { x: 800, y: 260 }));
  await ann.saved();
  await server.kill();
  await ann.draw(wave({ x: 250, y: 300 }, { x: 800, y: 360 }));
  await ann.hasShapes(2);
  await ann.selectTool("draw");
  await ann.drag(wave({ x: 250, y: 400 }, { x: 800, y: 460 }, 30), { release: false });
  await ann.hasShapes(3);
  await crash(ann);
  await server.restart();
  const again = await profile.tab();
  await again.open(board.editUrl);
  await again.saved();
  await again.hasShapes(3);
  await bea.hasShapes(3);
  await expect.poll(async () => JSON.stringify(await again.records()) === JSON.stringify(await bea.records())).toBe(true);
});

/** Ends the tab's process without a word to the page. */
async function crash({ page }: BoardPage): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // Its answer never comes.
  devtools.send("Page.crash").catch(() => undefined);
  await crashed;
}

/** As in a private window: the pages to come get no IndexedDB. */
async function denyStorage({ page }: BoardPage): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", {
      value: {
        open: () => {
          throw new DOMException("not in a private window", "SecurityError");
        },
      },
    });
  });
}

test("a browser that gives no storage: the board works, and says that nothing is kept here", async ({ person, board }) => {
  const ann = await person();
  await denyStorage(ann);
  await ann.open(board.editUrl);
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.saved();
  await expect(ann.status).toContainText("This browser keeps no copy");
});

test("a board that is left with work that is in this tab only goes on, asks before the page goes, and is found again", async ({
  person,
  board,
  join,
  line,
}) => {
  const bea = await join();
  const ann = await person();
  ann.watch.expectErrors(CONNECTION_LOST);
  await denyStorage(ann);
  await ann.open(through(line, board.editUrl));
  const home = ann.page.getByRole("menuitem", { name: "All boards" });
  const goHome = async (): Promise<void> => {
    await ann.page.getByRole("button", { name: "Board menu" }).click();
    await home.click();
    await expect(ann.root).toHaveCount(0);
  };
  // The code of what is clicked later has to be there before the line goes.
  await ann.page.getByRole("button", { name: "Board menu" }).click();
  await expect(home).toBeVisible();
  await ann.press("Escape");
  const fetched = (): Promise<number> =>
    ann.page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /\/home-.*\.(?:js|css)$/.test(name)).length);
  await expect.poll(fetched).toBe(2);
  line.cut();
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await expect(ann.status).toContainText("in this tab only");
  await goHome();
  await ann.page.goBack();
  await ann.hasShapes(1);
  await ann.undo();
  await ann.hasShapes(0);
  await ann.redo();
  await ann.hasShapes(1);
  await goHome();
  const asked = ann.page.waitForEvent("dialog");
  const reloading = ann.page.evaluate(() => location.reload());
  await (await asked).dismiss();
  await reloading;
  line.mend();
  await bea.hasShapes(1);
  await bea.hasPeers(0);
});

test("what somebody deleted while it was edited without a line is offered, and comes back as a copy", async ({ profile, board, join }) => {
  const bea = await join();
  const ann = await profile.tab();
  await ann.open(board.editUrl);
  await ann.drawBetween("rect", { x: 300, y: 300 }, { x: 500, y: 450 });
  await ann.saved();
  await bea.hasShapes(1);
  await isKept(ann.page);
  const line = await withoutLine(ann.page.context());
  await ann.page.reload();
  await ann.hasShapes(1);
  await ann.selectTool("select");
  await ann.drag([
    { x: 300, y: 400 },
    { x: 350, y: 450 },
    { x: 400, y: 500 },
  ]);
  await expect.poll(() => ann.number("pending")).toBeGreaterThan(0);
  await bea.press("v");
  await bea.press("Control+a");
  await bea.press("Delete");
  await bea.saved();
  await bea.hasShapes(0);
  line.mend();
  await ann.saved();
  await ann.hasShapes(0);
  const button = ann.page.getByRole("button", { name: "1 change not on the board" });
  await button.click();
  await expect(ann.page.getByText("deleted by someone while you edited it")).toBeVisible();
  await ann.page.getByRole("button", { name: "Put a copy on the board" }).click();
  await bea.hasShapes(1);
  await expect(button).toHaveCount(0);
});

test("where the board is gone, what was drawn without a line is offered as a file", async ({ person, board, server }) => {
  const ann = await person();
  ann.watch.expectErrors(CONNECTION_LOST);
  await ann.open(board.editUrl);
  await server.kill();
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.hasShapes(1);
  rmSync(server.dataDir, { recursive: true });
  await server.restart();
  await expect(ann.page.getByText(/of yours (is|are) not saved on the server/)).toBeVisible();
  const downloading = ann.page.waitForEvent("download");
  await ann.page.getByRole("button", { name: "Download" }).click();
  const file = await (await downloading).path();
  const { pending } = JSON.parse(readFileSync(file, "utf8")) as { pending: readonly (readonly { op: string }[])[] }; // reason: as written
  expect(pending.flat().map(({ op }) => op)).toContain("add");
});

test("a board that is removed from the list is no longer in the browser", async ({ profile, board, server }) => {
  const ann = await profile.tab();
  await ann.open(board.editUrl);
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.saved();
  await isKept(ann.page);
  await ann.page.goto(server.url);
  expect(await keptRows(ann.page)).toBeGreaterThan(0);
  await ann.page.getByRole("button", { name: /^More about/ }).click();
  await ann.page.getByRole("menuitem", { name: "Remove from this list" }).click();
  await expect.poll(() => keptRows(ann.page)).toBe(0);
});
