// What a board looks like in each state it may be in, and the pages in place of one (see pages/looks.ts).
import { readFileSync, rmSync } from "node:fs";
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test, through } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { wave } from "../pages/board-page.ts";
import { isKept } from "../pages/kept-copy.ts";
import { asAda, looks, ofOneChromium } from "../pages/looks.ts";
import { lookFrom, ON, show, SHOWN } from "../pages/show-board.ts";

ofOneChromium();

const SLIDES: readonly Op[] = [
  { op: "add", shape: fixture("frame", { id: "f1", index: "Zy", x: 280, y: 60, w: 560, h: 430, name: "The plan" }) },
  { op: "add", shape: fixture("frame", { id: "f2", index: "Zz", x: 900, y: 60, w: 560, h: 430, name: "What comes next" }) },
];
const TOP = { x: 640, y: 0, width: 640, height: 72 };

test("an empty board, papers, and a map", async ({ person, board, bot }) => {
  const ana = await (await asAda(await person())).open(board.editUrl);
  const { page } = ana;
  await expect(page.getByText("All changes saved")).toBeVisible();
  await looks(page, "empty");
  await show(ana, await bot());
  await lookFrom(ana, { x: 400, y: 200 });
  await expect(page.locator(".minimap")).toBeVisible();
  await looks(page, "minimap", { of: { x: 1000, y: 600, width: 280, height: 200 } });
  await lookFrom(ana);
  for (const paper of ["Squared", "Ruled", "Isometric", "Plain"]) {
    await ana.press("Control+/");
    await expect(page.getByRole("combobox")).toBeFocused();
    await page.keyboard.type(`${paper} paper`);
    await ana.press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await looks(page, `paper-${paper.toLowerCase()}`, { of: { x: 600, y: 260, width: 240, height: 160 } });
  }
  await ana.click(ON.list);
  await ana.press("Enter");
  await expect(ana.textField).toBeFocused();
  await looks(page, "writing", { of: { x: 560, y: 240, width: 720, height: 200 } });
  await ana.press("Escape");
  await ana.press("Escape");
  await ana.click(ON.paper);
  await ana.moveMouse({ x: 662, y: 508 });
  await looks(page, "link-tip", { of: { x: 510, y: 450, width: 300, height: 160 } });
});

test("without a line, and with a link to look at it only", async ({ person, board, bot, line }) => {
  const ana = await person();
  await asAda(ana);
  ana.watch.expectErrors(CONNECTION_LOST);
  const ben = await asAda(await person());
  await ana.open(through(line, board.editUrl));
  await show(ana, await bot());
  await ben.open(board.viewUrl);
  await ben.hasShapes(SHOWN.length + 1);
  await lookFrom(ben);
  await looks(ben.page, "view-only", { of: { x: 340, y: 660, width: 600, height: 140 } });
  await looks(ben.page, "view-only-top", { of: TOP });
  line.cut();
  await expect(ana.root).not.toHaveAttribute("data-state", "live");
  await expect(ana.status).toContainText("Offline");
  await looks(ana.page, "offline", { of: TOP });
  await ana.draw(wave({ x: 900, y: 300 }, { x: 1000, y: 320 }));
  await expect(ana.status).toContainText("kept on this device");
  await looks(ana.page, "offline-kept", { of: TOP });
});

test("pages in place of a board", async ({ person, board, server }) => {
  const ana = await person();
  ana.watch.expectErrors(CONNECTION_LOST);
  const { page } = ana;
  for (const [name, address, title] of [
    ["failure-unknown", `/b/${"x".repeat(22)}#${board.editSecret}`, "There is no board here"],
    ["failure-link", `/b/${board.id}`, "This link is not complete"],
  ] as const) {
    await page.goto(server.url + address);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await looks(page, name, { of: { x: 300, y: 150, width: 680, height: 500 } });
  }
  await page.route("**/api/boards", (route) => route.abort());
  await page.goto(server.url);
  await expect(page.getByRole("alert")).toBeVisible();
  await looks(page, "home-away", { of: { x: 340, y: 180, width: 600, height: 460 } });
});

test("frames, and what is shown of them as slides", async ({ person, board, bot }) => {
  const ana = await (await asAda(await person())).open(board.editUrl);
  const { page } = ana;
  expect(await (await bot()).push([...SHOWN, ...SLIDES])).toMatchObject({ t: "ack" });
  await ana.hasShapes(SHOWN.length + SLIDES.length);
  await lookFrom(ana, { x: 260, y: -60 });
  await ana.click({ x: 20, y: 360 });
  await ana.moveMouse({ x: 2, y: 300 });
  await looks(page, "frame", { of: { x: 0, y: 70, width: 660, height: 300 } });
  await ana.press("Alt+p");
  const bar = page.locator(".slide-bar");
  await expect(page.locator(".slide-counter")).toHaveText("1 / 2");
  await page.locator(".slide-counter").hover();
  await expect(bar).toBeVisible();
  await looks(page, "slide");
  await looks(page, "slide-bar", { of: bar });
});

test("what went wrong with work", async ({ person, board, server }) => {
  const ana = await asAda(await person());
  ana.watch.expectErrors(CONNECTION_LOST);
  await ana.open(board.editUrl);
  await server.kill();
  await ana.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ana.hasShapes(1);
  rmSync(server.dataDir, { recursive: true });
  await server.restart();
  await expect(ana.page.getByText(/of yours (is|are) not saved on the server/)).toBeVisible();
  await looks(ana.page, "failure-work", { of: { x: 300, y: 150, width: 680, height: 500 } });
});

test("what of another's drawing could not be kept", async ({ person, board }) => {
  const ana = await (await asAda(await person())).open(board.editUrl);
  const plan = new URL("../../packages/interchange/src/excalidraw/__fixtures__/plan.excalidraw", import.meta.url);
  await ana.chooseFile("Control+o", { name: "plan.excalidraw", mimeType: "", buffer: readFileSync(plan) });
  const toast = ana.page.locator(".toast");
  await expect(toast).toBeVisible();
  await toast.hover();
  await looks(ana.page, "toast-import", { of: toast });
});

test("a change that the board did not take", async ({ person, board, join }) => {
  const bea = await join();
  const ana = await (await asAda(await person())).open(board.editUrl);
  const { page } = ana;
  await ana.drawBetween("rect", { x: 300, y: 300 }, { x: 500, y: 450 });
  await ana.saved();
  await bea.hasShapes(1);
  await isKept(page);
  let isCut = true;
  await page.context().routeWebSocket(/\/parties\//, (socket) => {
    if (isCut) void socket.close({ code: 1003 });
    else socket.connectToServer();
  });
  await page.reload();
  await ana.hasShapes(1);
  await ana.selectTool("select");
  await ana.drag([
    { x: 300, y: 400 },
    { x: 350, y: 450 },
    { x: 400, y: 500 },
  ]);
  await expect.poll(() => ana.number("pending")).toBeGreaterThan(0);
  await bea.press("v");
  await bea.press("Control+a");
  await bea.press("Delete");
  await bea.saved();
  isCut = false;
  await ana.saved();
  await page.getByRole("button", { name: "1 change not on the board" }).click();
  await expect(page.locator(".kept-work")).toBeVisible();
  await bea.page.close();
  await ana.hasPeers(0);
  await looks(page, "kept-work", { of: { x: 760, y: 0, width: 520, height: 360 }, without: page.locator(".kept-work li span") });
});
