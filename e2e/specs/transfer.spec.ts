import { readFile } from "node:fs/promises";
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import { createBoard } from "../fixtures/boards.ts";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { exportFile } from "../pages/pictures.ts";

const SHAPES = [
  fixture("rect", { id: "box", x: 300, y: 200 }),
  fixture("arrow", { id: "arrow", x: 120, y: 120, end: { id: "box", x: 0.5, y: 0 } }),
  fixture("draw", { id: "ink", x: 300, y: 320 }),
];
const ADD: readonly Op[] = SHAPES.map((shape, at) => ({ op: "add", shape: { ...shape, index: `a${at}` } }));

/** Lets files fall onto the canvas. */
const drop = (board: BoardPage, name: string, text: string): Promise<void> =>
  board.canvas.evaluate(
    (canvas, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([file.text], file.name));
      const init = { dataTransfer, bubbles: true, cancelable: true, clientX: 500, clientY: 400 };
      canvas.dispatchEvent(new DragEvent("dragover", init));
      canvas.dispatchEvent(new DragEvent("drop", init));
    },
    { name, text },
  );

test("what is copied on one board is pasted on another: at the pointer, joined as it was, and undone in one step", async ({
  join,
  bot,
  server,
}) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  await ann.hasShapes(3);
  await ann.press("v");
  await ann.press("Control+a");
  await ann.press("Control+c");
  const ben = await join((await createBoard(server.url)).editUrl);
  await ben.moveMouse({ x: 640, y: 400 });
  await expect(async () => {
    await ben.press("Control+v");
    await ben.hasShapes(3);
  }).toPass();
  const pasted = await ben.shapes();
  const [box, arrow] = ["rect", "arrow"].map((kind) => pasted.find((shape) => shape["kind"] === kind));
  expect(arrow?.["end"]).toMatchObject({ id: box?.["id"], x: 0.5 });
  expect(pasted.map(({ id }) => id)).not.toContain("box");
  await ben.undo();
  await ben.hasShapes(0);
  await ben.redo();
  await ben.saved();
  await ben.hasShapes(3);
});

test("a cut is off the board and on the clipboard, words alone become a text, and a view link takes neither", async ({
  join,
  bot,
  board,
}) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  const ben = await join(board.viewUrl);
  await ann.hasShapes(3);
  await ann.press("v");
  await ann.press("Control+a");
  await expect(async () => {
    await ann.press("Control+x");
    await ann.hasShapes(0);
  }).toPass();
  await ben.press("Control+v");
  await ann.press("Control+v");
  await ann.hasShapes(3);
  await ann.page.evaluate(() => navigator.clipboard.writeText("first\nsecond"));
  await ann.press("Control+v");
  await ann.hasShapes(4);
  const texts = await ann.shapes("text");
  expect(texts).toMatchObject([{ text: "first\nsecond" }]);
  await ann.saved();
  await ben.hasShapes(4);
});

test("words and addresses dragged out of another page are dropped where the pointer is; the source of a picture is pasted as one", async ({
  join,
}) => {
  const ann = await join();
  const dropWords = (data: Readonly<Record<string, string>>): Promise<boolean> =>
    ann.canvas.evaluate((canvas, texts) => {
      const dataTransfer = new DataTransfer();
      for (const [type, text] of Object.entries(texts)) dataTransfer.setData(type, text);
      const init = { dataTransfer, bubbles: true, cancelable: true, clientX: 500, clientY: 400 };
      return !canvas.dispatchEvent(new DragEvent("dragover", init)) && !canvas.dispatchEvent(new DragEvent("drop", init));
    }, data);
  expect(await dropWords({ "text/uri-list": "https://example.org/plan", "text/plain": "https://example.org/plan" })).toBe(true);
  await ann.hasShapes(1);
  const card = await ann.onlyShape("card");
  expect(card).toMatchObject({ link: "https://example.org/plan" });
  expect([Number(card["x"]) + Number(card["w"]) / 2, Number(card["y"]) + Number(card["h"]) / 2]).toEqual([500, 400]);
  expect(await dropWords({ "text/plain": "some words" })).toBe(true);
  await ann.hasShapes(2);
  expect(await ann.onlyShape("text")).toMatchObject({ text: "some words" });
  await ann.undo();
  await ann.hasShapes(1);
  const source =
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>\n';
  await ann.page.evaluate((text) => navigator.clipboard.writeText(text), source);
  await ann.press("Control+v");
  await ann.hasShapes(2);
  expect(await ann.onlyShape("image")).toMatchObject({ w: 80, h: 40 });
  await ann.press("Control+Shift+v");
  await ann.hasShapes(3);
  expect(await ann.onlyShape("text")).toMatchObject({ text: source.trim() });
});

test("a board is saved as a file, which another board takes when it is dropped, in place where nothing is", async ({
  join,
  bot,
  server,
}) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  await ann.hasShapes(3);
  const file = await exportFile(ann, "Save a copy");
  expect(file.name).toBe("board.inkroom");
  const ben = await join((await createBoard(server.url)).editUrl);
  const toast = ben.page.locator(".toast-title");
  await drop(ben, "plan.inkroom", String(file.bytes).replace('"shapes":[', '"shapes":[{"kind":"hologram"},'));
  await ben.hasShapes(3);
  await expect(toast).toHaveText("Not all of plan.inkroom could be carried over");
  await expect(ben.page.locator(".toast-text")).toHaveText("1 shape could not be read and was left out");
  await drop(ben, "holiday.txt", "not a board");
  await expect(toast).toHaveText("holiday.txt is no board and no drawing that can be opened here");
  await drop(ben, "later.inkroom", '{"type":"inkroom/board","version":99,"shapes":[]}');
  await expect(toast).toHaveText("later.inkroom was made with a newer version of Inkroom");
  await ben.hasShapes(3);
  const cat = await join((await createBoard(server.url)).editUrl);
  await cat.chooseFile("Control+o", { name: "plan.inkroom", mimeType: "", buffer: file.bytes });
  await cat.hasShapes(3);
  const where = (shapes: readonly { readonly [prop: string]: unknown }[]) => shapes.map(({ kind, x, y }) => [kind, x, y].join()).sort();
  expect(where(await cat.shapes())).toEqual(where(await ann.shapes()));
});

test("a drawing of Excalidraw is dropped and pasted, what is lost is told, and a board goes back to it", async ({ join }) => {
  const ann = await join();
  const plan = await readFile(new URL("../../packages/interchange/src/excalidraw/__fixtures__/plan.excalidraw", import.meta.url), "utf8");
  await drop(ann, "plan.excalidraw", plan);
  await ann.hasShapes(12);
  expect(await ann.shapes("card")).toMatchObject([{ link: "https://example.org/video", text: "Video" }]);
  await expect(ann.page.locator(".toast-title")).toHaveText("Not all of plan.excalidraw could be carried over");
  await expect(ann.page.locator(".toast-text")).toContainText("2 groups taken apart");
  const { elements } = JSON.parse(plan) as { readonly elements: readonly object[] };
  const copied = JSON.stringify({ type: "excalidraw/clipboard", elements: elements.slice(0, 4), files: {} });
  await ann.page.evaluate((text) => navigator.clipboard.writeText(text), copied);
  await ann.moveMouse({ x: 300, y: 300 });
  await ann.press("Control+v");
  await ann.hasShapes(15);
  const arrows = await ann.shapes("arrow");
  expect(arrows.map(({ start, end }) => [start, end].includes(null))).toEqual([false, false]);
  await ann.saved();
  await ann.press("Escape");
  const file = await exportFile(ann, "Export for Excalidraw");
  expect(file.name).toBe("board.excalidraw");
  const back = JSON.parse(String(file.bytes)) as { readonly elements: readonly { readonly type: string; readonly endBinding?: object }[] };
  expect(back.elements).toHaveLength(17);
  expect(back.elements.filter(({ type }) => type === "embeddable")).toHaveLength(1);
  expect(back.elements.filter(({ type, endBinding }) => type === "arrow" && endBinding !== null)).toHaveLength(2);
});

test("a small drawing that is opened is in the middle of the view, as large as it was drawn; a large one is seen whole", async ({
  join,
}) => {
  const ann = await join();
  const zoom = ann.page.getByRole("button", { name: /zoom/i }).filter({ hasText: /%/ });
  const openRectangle = (width: number): Promise<void> => {
    const elements = [{ type: "rectangle", id: "r", x: 5_000, y: 5_000, width, height: 80, angle: 0, opacity: 100, isDeleted: false }];
    const buffer = Buffer.from(JSON.stringify({ type: "excalidraw", version: 2, elements, files: {} }));
    return ann.chooseFile("Control+o", { name: "one.excalidraw", mimeType: "", buffer });
  };
  await openRectangle(100);
  await ann.hasShapes(1);
  await expect(zoom).toHaveText("100 %");
  await ann.press("Escape");
  const { width, height } = ann.page.viewportSize() ?? { width: 0, height: 0 };
  await ann.drag([
    { x: width / 2 - 80, y: height / 2 - 70 },
    { x: width / 2, y: height / 2 },
    { x: width / 2 + 80, y: height / 2 + 70 },
  ]);
  await expect(ann.page.getByRole("textbox", { name: "Width" })).toHaveValue("100");
  await openRectangle(5_000);
  await ann.hasShapes(2);
  await expect(zoom).not.toHaveText("100 %");
  await expect.poll(async () => Number.parseInt(await zoom.innerText(), 10)).toBeLessThan(30);
});

test("words on shapes of Excalidraw are words on shapes here, seen and written by both, and go back as such", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  const labels = await readFile(
    new URL("../../packages/interchange/src/excalidraw/__fixtures__/labels.excalidraw", import.meta.url),
    "utf8",
  );
  await drop(ann, "labels.excalidraw", labels);
  for (const board of [ann, bea]) await board.hasShapes(7);
  await expect(ann.page.locator(".toast-text")).toContainText("1 label in letters of another size");
  await ann.saved();
  const written = async (board: BoardPage): Promise<unknown> =>
    (await board.shapes()).map(({ kind, text }) => [kind, text].join(": ")).sort();
  expect(await written(bea)).toEqual([
    "arrow: next",
    "arrow: no",
    "ellipse: Back\norder",
    "geo: In stock?",
    "rect: Order received",
    "rect: a long label that has to wrap in its box",
    "text: Shop",
  ]);
  const file = await exportFile(ann, "Export for Excalidraw");
  const { elements } = JSON.parse(String(file.bytes)) as { readonly elements: readonly Readonly<Record<string, unknown>>[] };
  const bound = elements.filter(({ containerId }) => typeof containerId === "string");
  expect(bound.map(({ text }) => text)).toHaveLength(6);
  for (const { id, containerId } of bound)
    expect(elements.find((element) => element["id"] === containerId)?.["boundElements"]).toContainEqual({ id, type: "text" });
});
