import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";

const ADD: readonly Op[] = [
  { op: "add", shape: fixture("rect", { id: "near", x: 200, y: 200, w: 300, h: 200, color: "blue" }) },
  { op: "add", shape: fixture("ellipse", { id: "far", index: "a1", x: 2_800, y: 1_700, w: 300, h: 300, color: "red", fill: "solid" }) },
];
type Camera = { readonly x: number; readonly y: number; readonly zoom: number };
type Handle = { readonly editor: { readonly state: { readonly camera: Camera }; setCamera(camera: Camera): void } };

const cameraOf = (page: Page): Promise<Camera> =>
  page.evaluate(() => (globalThis as unknown as { __inkroom: Handle }).__inkroom.editor.state.camera);
const lookAt = (page: Page, camera: Camera): Promise<void> =>
  page.evaluate((to) => (globalThis as unknown as { __inkroom: Handle }).__inkroom.editor.setCamera(to), camera);

/** Pixels of the map that are as red as the far shape. */
const redOnMap = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".minimap canvas");
    const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    let red = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 0) > 150 && (data[at + 1] ?? 0) < 120 && (data[at + 3] ?? 0) > 200) red += 1;
    return red;
  });

test("the map shows what is out of view, and goes where everything is in view", async ({ join, bot }) => {
  const member = await bot();
  const ann = await join();
  const map = ann.page.getByRole("button", { name: "Map of everything" });
  await expect(map).toHaveCount(0);
  member.send({ t: "push", n: 1, ops: ADD });
  await ann.hasShapes(2);
  await lookAt(ann.page, { x: 0, y: 0, zoom: 1 });
  await expect(map).toBeVisible();
  await expect.poll(() => redOnMap(ann.page)).toBeGreaterThan(20);
  member.send({ t: "push", n: 2, ops: [{ op: "del", ids: ["far"] }] });
  await expect(map).toHaveCount(0);
});

test("where the view is on the map follows it, and the map is not painted for that", async ({ join, bot }) => {
  const member = await bot();
  await member.push(ADD);
  const ann = await join();
  await ann.hasShapes(2);
  await lookAt(ann.page, { x: 0, y: 0, zoom: 1 });
  await expect.poll(() => redOnMap(ann.page)).toBeGreaterThan(20);
  const frame = ann.page.locator(".minimap-frame");
  const before = await frame.boundingBox();
  // Wiped off by nobody but a painter.
  await ann.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".minimap canvas");
    canvas?.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
  });
  await lookAt(ann.page, { x: 1_000, y: 600, zoom: 2 });
  await expect.poll(async () => (await frame.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 20);
  const after = await frame.boundingBox();
  expect(after?.width).toBeLessThan((before?.width ?? 0) * 0.7);
  expect(await redOnMap(ann.page)).toBe(0);
  await member.push([{ op: "set", id: "far", props: { x: 2_800, y: 1_750, rotation: 0 } }]);
  await expect.poll(() => redOnMap(ann.page)).toBeGreaterThan(20);
});

test("a click on the map goes there, a drag takes the view along, arrow keys move it", async ({ join, bot }) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  await ann.hasShapes(2);
  await lookAt(ann.page, { x: 0, y: 0, zoom: 1 });
  const map = ann.page.getByRole("button", { name: "Map of everything" });
  await expect.poll(() => redOnMap(ann.page)).toBeGreaterThan(20);
  const box = await map.boundingBox();
  if (box === null) throw new Error("the map is not on the page");
  await ann.page.mouse.move(box.x + 140, box.y + 95);
  await ann.page.mouse.down();
  const jumped = await cameraOf(ann.page);
  expect(jumped.x).toBeGreaterThan(1_500);
  expect(jumped.zoom).toBe(1);
  await ann.page.mouse.move(box.x + 120, box.y + 95);
  await ann.page.mouse.up();
  const dragged = await cameraOf(ann.page);
  expect(dragged.x).toBeLessThan(jumped.x - 100);
  expect(dragged.y).toBeCloseTo(jumped.y, 3);
  // The rectangle is caught where it is held: a press inside of it moves nothing.
  await ann.page.mouse.move(box.x + 122, box.y + 97);
  await ann.page.mouse.down();
  await ann.page.mouse.up();
  expect((await cameraOf(ann.page)).x).toBeCloseTo(dragged.x, 3);
  await map.press("ArrowLeft");
  expect((await cameraOf(ann.page)).x).toBeLessThan(dragged.x - 100);
});

test("the style panel ends above the map; a phone on its side has no map", async ({ join, bot }) => {
  const member = await bot();
  const ann = await join();
  member.send({ t: "push", n: 1, ops: ADD });
  await ann.hasShapes(2);
  const map = ann.page.getByRole("button", { name: "Map of everything" });
  const panel = ann.page.locator(".style-panel");
  for (const width of [1280, 1000]) {
    await ann.page.setViewportSize({ width, height: 700 });
    await lookAt(ann.page, { x: 0, y: 0, zoom: 1 });
    await ann.press("r");
    await expect(map).toBeVisible();
    await expect(panel).toBeVisible();
    const bottom = await panel.evaluate((element) => element.getBoundingClientRect().bottom);
    expect(bottom).toBeGreaterThan(350);
    expect(bottom).toBeLessThan((await map.boundingBox())?.y ?? 0);
    await panel.locator(".place-field, [role=slider]").last().scrollIntoViewIfNeeded();
  }
  await ann.page.setViewportSize({ width: 844, height: 390 });
  await expect(map).toHaveCount(0);
});

test("the middle button moves the paper and pastes nothing", async ({ join }) => {
  const ann = await join();
  await ann.press("v");
  await ann.page.evaluate(() => {
    const marks = document.documentElement.dataset;
    document.addEventListener("auxclick", () => (marks["released"] = "1"));
    document.addEventListener("paste", () => (marks["pasted"] = "1"));
  });
  await ann.moveMouse({ x: 400, y: 400 });
  await ann.page.mouse.down({ button: "middle" });
  await ann.moveMouse({ x: 450, y: 420 });
  await ann.moveMouse({ x: 500, y: 440 });
  await ann.page.mouse.up({ button: "middle" });
  await expect.poll(() => cameraOf(ann.page)).toEqual({ x: -100, y: -40, zoom: 1 });
  await expect(ann.page.locator("html")).toHaveAttribute("data-released", "1");
  // A paste would have come before this letter has found its tool.
  await ann.press("r");
  await expect(ann.page.locator('[data-tool="rect"]')).toHaveAttribute("aria-checked", "true");
  await expect(ann.page.locator("html")).not.toHaveAttribute("data-pasted", "1");
});

test("a map that was hidden stays hidden until it is asked for, and phones have none", async ({ join, bot }) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  await ann.hasShapes(2);
  await lookAt(ann.page, { x: 0, y: 0, zoom: 1 });
  const map = ann.page.getByRole("button", { name: "Map of everything" });
  await map.hover();
  await ann.page.getByRole("button", { name: "Hide the map" }).click();
  await expect(map).toHaveCount(0);
  await ann.reload();
  await lookAt(ann.page, { x: 0, y: 0, zoom: 1 });
  await ann.page.getByRole("button", { name: "Show the map" }).click();
  await expect(map).toBeVisible();
  await ann.page.setViewportSize({ width: 390, height: 800 });
  await expect(map).toHaveCount(0);
});

test("a reload finds the view where it was left, and another person's view is their own", async ({ join, bot }) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  await ann.hasShapes(2);
  await lookAt(ann.page, { x: 2_500, y: 1_500, zoom: 2 });
  await expect.poll(() => ann.page.evaluate(() => localStorage.getItem("inkroom.places"))).toContain(",2]]");
  await ann.reload();
  await ann.hasShapes(2);
  expect(await cameraOf(ann.page)).toEqual({ x: 2_500, y: 1_500, zoom: 2 });
  const bea = await join();
  await bea.hasShapes(2);
  expect((await cameraOf(bea.page)).zoom).toBeLessThan(1);
});

test("who has lost the board from view is led back to it with one click", async ({ join }) => {
  const ann = await join();
  const back = ann.page.getByRole("button", { name: "Back to what is drawn" });
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 500, y: 300 });
  await expect(back).toHaveCount(0);
  await ann.moveMouse({ x: 600, y: 400 });
  for (let n = 0; n < 4; n += 1) await ann.page.mouse.wheel(0, 600);
  await back.click();
  await expect(back).toHaveCount(0);
  await expect.poll(() => ann.inkIn({ x: 0, y: 0, w: 1280, h: 800 })).toBeGreaterThan(500);
  await ann.press("Control+a");
  await ann.press("Delete");
  for (let n = 0; n < 4; n += 1) await ann.page.mouse.wheel(0, 600);
  // An empty board is nowhere else either.
  await expect(ann.page.getByText("A fresh page")).toBeVisible();
  await expect(back).toHaveCount(0);
});
