// Pictures on a board: brought by one, seen by the others, over reloads, broken lines and killed servers.
import type { ImageShape } from "@inkroom/shapes";
import { expect, test, through } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { createBoard } from "../fixtures/boards.ts";
import { BoardPage } from "../pages/board-page.ts";
import { comparePictures, exportFile } from "../pages/pictures.ts";
import { BLUE, copyPhoto, dropPhotos, GREEN, RED, showsColor, twoColors } from "../pages/photos.ts";

const PHOTO = { name: "two.png", type: "image/png", bytes: twoColors(300, 200) };
const [AT, LEFT, RIGHT] = [
  { x: 640, y: 340 },
  { x: 520, y: 340 },
  { x: 760, y: 340 },
];
const TWO_AS_SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><script>alert(1)</script>
  <rect width="150" height="200" fill="rgb(${RED.join()})"/><rect x="150" width="150" height="200" fill="rgb(${BLUE.join()})"/></svg>`;
const sent = (person: BoardPage): Promise<void> => expect(person.root).toHaveAttribute("data-pictures", "0");
const showsPhoto = async (person: BoardPage): Promise<void> => {
  await showsColor(person, LEFT, RED);
  await showsColor(person, RIGHT, BLUE);
};

test("a picture that one drops is seen by the other, by who comes later and after a reload, and is one step to undo", async ({
  join,
  board,
}) => {
  const [ann, bea] = [await join(), await join(board.viewUrl)];
  await dropPhotos(ann, AT, [PHOTO]);
  await showsPhoto(ann);
  await showsPhoto(bea);
  await sent(ann);
  await ann.saved();
  await ann.reload();
  await showsPhoto(ann);
  const cat = await join();
  await showsPhoto(cat);
  const [record] = Object.values(await cat.records()) as unknown as readonly { readonly shape: object }[];
  expect(record?.shape).toMatchObject({ kind: "image", w: 300, h: 200, mime: "image/png", pixelW: 300, pixelH: 200 });
  await dropPhotos(cat, { x: 640, y: 600 }, [PHOTO, { ...PHOTO, bytes: twoColors(100, 300, GREEN, GREEN) }]);
  await cat.undo();
  await bea.hasShapes(1);
  await cat.redo();
  await bea.hasShapes(3);
});

test("a file is asked for at the press, and brought when the code for it is there", async ({ join }) => {
  const ann = await join();
  const code = Promise.withResolvers<void>();
  await ann.page.route(/\/assets\/later-.*js/, async (route) => {
    await code.promise;
    await route.continue();
  });
  await ann.reload();
  await ann.chooseFile("9", { name: "two.png", mimeType: "image/png", buffer: PHOTO.bytes });
  await ann.hasShapes(0);
  code.resolve();
  await ann.hasShapes(1);
});

test("a picture is cut by its handles and described in words that the outline has", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  await ann.chooseFile("9", { name: "two.svg", mimeType: "image/svg+xml", buffer: Buffer.from(TWO_AS_SVG) });
  await ann.hasShapes(1);
  await showsColor(ann, { x: 520, y: 400 }, RED);
  await ann.drag([{ x: 640, y: 400 }, { x: 640, y: 370 }, AT]);
  await showsPhoto(ann);
  await ann.canvas.dblclick({ position: AT });
  // From 490 to 790: the left third goes, with most of the red.
  await ann.drag([
    { x: 490, y: 340 },
    { x: 540, y: 340 },
    { x: 590, y: 340 },
  ]);
  await ann.press("Enter");
  await ann.saved();
  await showsColor(bea, { x: 600, y: 340 }, RED);
  await showsColor(bea, RIGHT, BLUE);
  const [record] = Object.values(await bea.records()) as unknown as readonly { readonly shape: ImageShape }[];
  expect(record?.shape).toMatchObject({ w: 200, h: 200, cropX: expect.closeTo(1 / 3), cropW: expect.closeTo(2 / 3) });
  await ann.page.mouse.click(640, 340, { button: "right" });
  await ann.page.getByRole("menuitem", { name: "Describe the picture…" }).click();
  await expect(ann.page.getByRole("textbox", { name: "Describe the picture" })).toBeFocused();
  await ann.page.keyboard.type("Two colours");
  await ann.press("Enter");
  await ann.saved();
  await bea.press("Alt+o");
  await expect(bea.page.locator(".outline-row")).toHaveText(["Two colours"]);
});

test("exported boards carry their pictures: SVG and PNG look alike, cut and mirrored as on the board", async ({ join, bot }) => {
  const ann = await join();
  await dropPhotos(ann, AT, [PHOTO]);
  await showsPhoto(ann);
  const [record] = Object.values(await ann.records()) as unknown as readonly { readonly shape: ImageShape }[];
  const member = await bot();
  const look = { w: 300, h: 200, cropX: 0.25, cropY: 0, cropW: 0.75, cropH: 1, flipX: true };
  await member.push([{ op: "set", id: record?.shape.id ?? "", props: look }]);
  // A quarter of the picture is gone on its red side, which is on the right now.
  await showsColor(ann, { x: 740, y: 340 }, RED);
  await showsColor(ann, { x: 660, y: 340 }, BLUE);
  const png = await exportFile(ann, "Export as PNG");
  const svg = await exportFile(ann, "Export as SVG");
  expect(String(svg.bytes)).toContain('href="data:image/png;base64,');
  const { different, inked } = await comparePictures(ann.page, svg.bytes, png.bytes, 0.005);
  expect(inked).toBeGreaterThan(200_000);
  expect(different / inked).toBeLessThan(0.005);
});

test("a picture goes along when it is copied to another board, and in a board's file", async ({ join, server }) => {
  const ann = await join();
  await dropPhotos(ann, AT, [PHOTO]);
  await showsPhoto(ann);
  const file = await exportFile(ann, "Save a copy");
  const [second, third] = [await createBoard(server.url), await createBoard(server.url)];
  await ann.press("Control+a");
  await ann.press("Control+c");
  const other = new BoardPage(await ann.page.context().newPage(), ann.watch);
  await other.open(second.editUrl);
  await other.moveMouse(AT);
  await expect(async () => {
    await other.press("Control+v");
    await other.hasShapes(1);
  }).toPass();
  const bea = await join(second.viewUrl);
  await showsPhoto(bea);
  const cat = await join(third.editUrl);
  await dropPhotos(cat, AT, [{ name: file.name, type: "", bytes: file.bytes }]);
  await showsPhoto(cat);
  await expect(cat.page.locator(".toast-title")).toHaveCount(0);
  await sent(cat);
  await showsPhoto(await join(third.viewUrl));
});

test("a picture that is pasted without a line is there at once, and with the others when the line is back", async ({
  join,
  board,
  line,
}) => {
  const ann = await join(through(line, board.editUrl));
  const bea = await join();
  ann.watch.expectErrors(CONNECTION_LOST);
  await dropPhotos(ann, { x: 300, y: 640 }, [{ ...PHOTO, bytes: twoColors(60, 40, GREEN, GREEN) }]);
  await sent(ann);
  line.cut();
  await ann.page.context().setOffline(true);
  await expect(ann.root).not.toHaveAttribute("data-state", "live");
  await copyPhoto(ann.page, PHOTO.bytes);
  await ann.moveMouse(AT);
  await ann.press("Control+v");
  await showsPhoto(ann);
  await expect(ann.root).toHaveAttribute("data-pictures", "1");
  await bea.hasShapes(1);
  line.mend();
  await ann.page.context().setOffline(false);
  await ann.saved();
  await sent(ann);
  await showsPhoto(bea);
});

test("a picture that did not reach the room outlives the tab, and what the room has outlives kill -9", async ({ join, server }) => {
  const ann = await join();
  ann.watch.expectErrors(CONNECTION_LOST);
  ann.watch.expectErrors(/net::ERR_FAILED/);
  const isUpload = /\/api\/boards\/[^/]+\/blobs\//;
  await ann.page.route(isUpload, (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  const bea = await join();
  bea.watch.expectErrors(CONNECTION_LOST);
  await dropPhotos(ann, AT, [PHOTO]);
  await showsPhoto(ann);
  await bea.hasShapes(1);
  await ann.saved();
  await ann.reload();
  await showsPhoto(ann);
  await expect(ann.root).toHaveAttribute("data-pictures", "1");
  await expect(ann.status).toHaveAttribute("data-status", "sending-pictures");
  await ann.page.unroute(isUpload);
  await sent(ann);
  await showsPhoto(bea);
  await server.kill();
  await server.restart();
  const cat = await join();
  await showsPhoto(cat);
});
