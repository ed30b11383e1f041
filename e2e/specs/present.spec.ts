// Frames as slides: what is seen and heard of them, what they keep off, who comes along, and what is left afterwards.
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import type { Page } from "@playwright/test";
import type { Bot } from "../fixtures/bot.ts";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { penAndFingers } from "../pages/pen-and-fingers.ts";
import { coloursAt } from "../pages/seen-colours.ts";

type Camera = { readonly x: number; readonly y: number; readonly zoom: number };
type State = {
  readonly camera: Camera;
  readonly tool: string;
  readonly selection: ReadonlySet<string>;
  readonly viewport: { w: number; h: number };
};
type Handle = { readonly __inkroom: { readonly editor: { readonly state: State } } };

const frame = (id: string, x: number, y: number, index: string): Op => ({
  op: "add",
  shape: fixture("frame", { id, index, x, y, w: 600, h: 300, name: `Part ${id}` }),
});
const box = (id: string, x: number, y: number, index: string, color: "red" | "blue" | "green"): Op => ({
  op: "add",
  shape: fixture("rect", { id, index, x, y, w: 120, h: 120, color, fill: "solid", dash: "solid" }),
});
/** A and b side by side, c below them; a box in each, and one that lies beside a. */
const SLIDES: readonly Op[] = [
  frame("a", 0, 0, "a1"),
  frame("b", 1_000, 0, "a2"),
  frame("c", 0, 800, "a3"),
  box("in-a", 240, 90, "b1", "red"),
  box("in-b", 1_240, 90, "b2", "blue"),
  box("in-c", 240, 890, "b3", "green"),
  box("beside-a", 240, -160, "b4", "green"),
];

const stateOf = (page: Page): Promise<{ camera: Camera; tool: string; selected: string[]; middle: readonly number[] }> =>
  page.evaluate(() => {
    const { camera, tool, selection, viewport } = (globalThis as unknown as Handle).__inkroom.editor.state;
    const middle = [camera.x + viewport.w / camera.zoom / 2, camera.y + viewport.h / camera.zoom / 2].map(Math.round);
    return { camera, tool, selected: [...selection], middle };
  });
const stage = ({ page }: BoardPage) => page.getByRole("region", { name: "Presentation" });
const spoken = (person: BoardPage) => stage(person).getByRole("status");
const counter = ({ page }: BoardPage) => page.locator(".slide-counter");

async function withSlides(bot: Bot, person: BoardPage): Promise<void> {
  expect(await bot.push(SLIDES)).toMatchObject({ t: "ack" });
  await person.hasShapes(SLIDES.length);
}

test("frames are shown in order, by keys, clicks and the bar; panels are out of the way, and all is as before afterwards", async ({
  join,
  bot,
}) => {
  const ann = await join();
  await withSlides(await bot(), ann);
  const { page } = ann;
  const before = await stateOf(page);
  await page.getByRole("button", { name: "Board menu" }).click();
  await page.getByRole("menuitem", { name: "Present the frames" }).click();
  await expect(spoken(ann)).toHaveText("Slide 1 of 3: Part a");
  await expect(counter(ann)).toHaveText("1 / 3");
  await expect(page.getByRole("button", { name: "Share" })).toHaveCount(0);
  await expect(page.locator(".dock, .top, .style-panel, .minimap").filter({ visible: true })).toHaveCount(0);
  expect((await stateOf(page)).middle).toEqual([300, 150]);
  for (const [key, place] of [
    ["ArrowRight", "2 / 3"],
    ["Space", "3 / 3"],
    ["PageDown", "3 / 3"],
    ["ArrowLeft", "2 / 3"],
    ["Home", "1 / 3"],
    ["End", "3 / 3"],
    ["PageUp", "2 / 3"],
    ["Shift+Space", "1 / 3"],
  ] as const) {
    await ann.press(key);
    await expect(counter(ann)).toHaveText(place);
  }
  await page.mouse.click(640, 400);
  await expect(spoken(ann)).toHaveText("Slide 2 of 3: Part b");
  expect((await stateOf(page)).middle).toEqual([1_300, 150]);
  await page.getByRole("button", { name: "Next slide" }).click();
  await expect(counter(ann)).toHaveText("3 / 3");
  await expect(page.getByRole("button", { name: "Next slide" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Previous slide" }).press("Enter");
  await expect(counter(ann)).toHaveText("2 / 3");
  await ann.press("Escape");
  await expect(stage(ann)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Share" })).toBeVisible();
  expect(await stateOf(page)).toEqual(before);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("only the slide is seen, as large as it can be, with what lies in it and nothing from beside it", async ({ join, bot }) => {
      const ann = await join();
      await withSlides(await bot(), ann);
      const paper = (await coloursAt(ann.page, [{ x: 4, y: 400 }]))[0];
      await ann.press("Alt+p");
      await expect(counter(ann)).toHaveText("1 / 3");
      // 600 x 300 on 1280 x 800: a band of 640 pixels, 80 from the top; the box in the middle.
      const [above, below, corner, edge, ink] = [
        { x: 640, y: 40 },
        { x: 640, y: 780 },
        { x: 3, y: 3 },
        { x: 3, y: 90 },
        { x: 640, y: 400 },
      ];
      const room = "12,12,13";
      await expect
        .poll(async () => (await coloursAt(ann.page, [above, below, corner, edge])).join(" "))
        .toBe([room, room, room, paper].join(" "));
      const [red = 0, green = 255] = ((await coloursAt(ann.page, [ink]))[0] ?? "").split(",").map(Number);
      expect(red - green).toBeGreaterThan(80);
    });
  });
}

test("it begins with the selected frame, from the palette and from the frame's menu", async ({ join, bot }) => {
  const ann = await join();
  await withSlides(await bot(), ann);
  const { page } = ann;
  await ann.press("Shift+1");
  const { camera } = await stateOf(page);
  // Its border, at the left.
  const border = { x: (0 - camera.x) * camera.zoom, y: (950 - camera.y) * camera.zoom };
  await ann.canvas.click({ position: border, button: "right" });
  await page.getByRole("menuitem", { name: "Present from this frame" }).click();
  await expect(spoken(ann)).toHaveText("Slide 3 of 3: Part c");
  await page.getByRole("button", { name: "End the presentation" }).click();
  await expect(stage(ann)).toHaveCount(0);
  expect((await stateOf(page)).selected).toEqual(["c"]);
  await ann.press("Control+/");
  await page.keyboard.type("present the");
  await page.keyboard.press("Enter");
  await expect(spoken(ann)).toHaveText("Slide 3 of 3: Part c");
});

test("a board without frames says what to do, and hands over the tool for it; a viewer is told that there are none", async ({
  join,
  board,
}) => {
  const ann = await join();
  await ann.press("Alt+p");
  await expect(ann.page.getByText("There are no slides yet", { exact: true })).toBeVisible();
  await expect(ann.page.getByText("Each frame is a slide.", { exact: false }).first()).toBeVisible();
  await expect(stage(ann)).toHaveCount(0);
  await ann.page.getByRole("button", { name: "Draw a frame" }).click();
  await expect(ann.page.locator('[data-tool="frame"]')).toHaveAttribute("aria-checked", "true");
  const guest = await join(board.viewUrl);
  await guest.press("Alt+p");
  await expect(guest.page.getByText("There are no slides yet", { exact: true })).toBeVisible();
  await expect(guest.page.getByRole("button", { name: "Draw a frame" })).toHaveCount(0);
});

test("nothing can be changed while presenting: not by keys, pastes, drops, other buttons or the wheel; the laser works", async ({
  join,
  bot,
}) => {
  const ann = await join();
  const bea = await join();
  await withSlides(await bot(), ann);
  await bea.hasShapes(SLIDES.length);
  await bea.press("Shift+1");
  const { page } = ann;
  await ann.press("Control+a");
  await page.evaluate(() => navigator.clipboard.writeText("pasted words"));
  await ann.press("Alt+p");
  await expect(counter(ann)).toHaveText("1 / 3");
  const records = await ann.records();
  const slide = await stateOf(page);
  for (const key of ["Delete", "Control+v", "Control+z", "Control+d", "Control+a", "r", "p", "n", "Shift+1", "Control+/", "Alt+o", "Tab"])
    await ann.press(key);
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 300);
  await page.mouse.click(640, 400, { button: "right" });
  await page.mouse.move(640, 400);
  await page.mouse.down({ button: "middle" });
  await page.mouse.move(500, 300);
  await page.mouse.up({ button: "middle" });
  const isDropKept = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["{}"], "plan.inkroom"));
    const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, clientX: 640, clientY: 400 });
    // What nobody prevents makes the browser leave the page for the file.
    return !(document.elementFromPoint(640, 400)?.dispatchEvent(drop) ?? true);
  });
  expect(isDropKept).toBe(true);
  await expect(page.getByRole("menu")).toHaveCount(0);
  expect(await stateOf(page)).toEqual(slide);
  await ann.press("k");
  await expect(page.getByRole("button", { name: "Laser pointer" })).toHaveAttribute("aria-pressed", "true");
  await page.mouse.click(640, 400, { button: "right" });
  await page.mouse.wheel(0, 300);
  await page.mouse.move(400, 300);
  await page.mouse.down();
  const { camera } = await stateOf(bea.page);
  for (let x = 400; x <= 800; x += 20) await page.mouse.move(x, 300);
  // The middle of the trail, as it lies on the other's screen.
  const trail = { x: Math.round((200 - camera.x) * camera.zoom) - 20, y: Math.round((103 - camera.y) * camera.zoom) - 20, w: 120, h: 40 };
  await expect.poll(() => bea.overlayInkIn(trail)).toBeGreaterThan(20);
  await page.mouse.up();
  await expect(counter(ann)).toHaveText("1 / 3");
  expect((await stateOf(page)).camera).toEqual(slide.camera);
  expect(await ann.records()).toEqual(records);
  await ann.press("Escape");
  await expect(stage(ann)).toHaveCount(0);
  expect((await stateOf(page)).tool).toBe("select");
  expect((await stateOf(page)).selected).toHaveLength(SLIDES.length);
});

test("edits of others are seen at once, and so is what they do to the frames", async ({ join, bot }) => {
  const ann = await join();
  const member = await bot();
  await withSlides(member, ann);
  await ann.press("Alt+p");
  await expect(counter(ann)).toHaveText("1 / 3");
  const hits = async (): Promise<boolean> => {
    const [red = 0, green = 0] = ((await coloursAt(ann.page, [{ x: 640, y: 200 }]))[0] ?? "").split(",").map(Number);
    return red - green > 80;
  };
  expect(await hits()).toBe(false);
  await member.push([{ op: "set", id: "in-a", props: { x: 240, y: 10, rotation: 0 } }]);
  await expect.poll(hits).toBe(true);
  await member.push([{ op: "set", id: "a", props: { name: "Welcome" } }]);
  await expect(spoken(ann)).toHaveText("Slide 1 of 3: Welcome");
  await member.push([{ op: "set", id: "a", props: { x: 0, y: -3_000, rotation: 0 } }]);
  await expect.poll(async () => (await stateOf(ann.page)).middle).toEqual([300, -2_850]);
  await member.push([{ op: "del", ids: ["a"] }]);
  await expect(spoken(ann)).toHaveText("Slide 1 of 2: Part b");
  await member.push([{ op: "del", ids: ["c"] }]);
  await expect(counter(ann)).toHaveText("1 / 1");
  await member.push([{ op: "del", ids: ["b"] }]);
  await expect(ann.page.getByText("The presentation has ended", { exact: true })).toBeVisible();
  await expect(stage(ann)).toHaveCount(0);
  await expect(ann.page.getByRole("button", { name: "Share" })).toBeVisible();
});

test("everyone can be taken along from slide to slide, and stays at the last one; who only follows comes along too", async ({
  join,
  bot,
}) => {
  const [ann, bea] = [await join(), await join()];
  await withSlides(await bot(), ann);
  await bea.hasShapes(SLIDES.length);
  await ann.press("Alt+p");
  await ann.page.getByRole("button", { name: "Bring everyone here" }).click();
  await expect(bea.page.getByText(/^Following /)).toBeVisible();
  await ann.press("ArrowRight");
  await expect.poll(async () => (await stateOf(bea.page)).middle).toEqual([1_300, 150]);
  await ann.press("End");
  await expect.poll(async () => (await stateOf(bea.page)).middle).toEqual([300, 950]);
  await ann.press("Escape");
  await expect(bea.page.getByText(/^Following /)).toHaveCount(0);
  expect((await stateOf(bea.page)).middle).toEqual([300, 950]);
  await test.step("without being brought", async () => {
    await bea.people.click();
    await bea.page.getByRole("dialog").locator("button.people-row").first().click();
    await bea.press("Escape");
    await ann.press("Alt+p");
    await ann.press("ArrowRight");
    await expect.poll(async () => Math.abs(((await stateOf(bea.page)).middle[0] ?? 0) - 1_300)).toBeLessThan(400);
  });
});

test("the bar goes when the pointer rests, and comes with it and with the keyboard", async ({ join, bot }) => {
  const ann = await join();
  await withSlides(await bot(), ann);
  await ann.press("Alt+p");
  const bar = ann.page.getByRole("group", { name: "Presentation controls" });
  await ann.page.mouse.move(500, 300);
  await expect(bar).toHaveCSS("opacity", "1");
  await expect(bar).toHaveCSS("opacity", "0");
  await ann.press("ArrowRight");
  await expect(counter(ann)).toHaveText("2 / 3");
  await expect(bar).toHaveCSS("opacity", "0");
  await ann.page.mouse.move(520, 300);
  await expect(bar).toHaveCSS("opacity", "1");
  await expect(bar).toHaveCSS("opacity", "0");
  await ann.press("Tab");
  await expect(ann.page.getByRole("button", { name: "Previous slide" })).toBeFocused();
  await expect(bar).toHaveCSS("opacity", "1");
});

test("the page takes the whole screen and gives it back; leaving that by the browser ends the presentation", async ({ join, bot }) => {
  const ann = await join();
  await withSlides(await bot(), ann);
  const isFull = () => ann.page.evaluate(() => document.fullscreenElement !== null);
  await ann.press("Alt+p");
  const button = ann.page.getByRole("button", { name: "Full screen" });
  await button.click();
  await expect.poll(isFull).toBe(true);
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await button.click();
  await expect.poll(isFull).toBe(false);
  await expect(stage(ann)).toBeVisible();
  await ann.press("f");
  await expect.poll(isFull).toBe(true);
  await ann.page.evaluate(() => document.exitFullscreen());
  await expect(stage(ann)).toHaveCount(0);
});

test("with reduced motion nothing moves", async ({ join, bot }) => {
  const ann = await join();
  await withSlides(await bot(), ann);
  const longest = (): Promise<number> =>
    ann.page.evaluate(() => {
      const style = (name: string) => getComputedStyle(document.querySelector(name) ?? document.body);
      return Math.max(
        ...[".slide-veil", ".slide-bar"]
          .flatMap((name) => [style(name).animationDuration, style(name).transitionDuration])
          .map(Number.parseFloat),
      );
    });
  await ann.press("Alt+p");
  await expect(counter(ann)).toHaveText("1 / 3");
  expect(await longest()).toBeGreaterThan(0.1);
  await ann.page.emulateMedia({ reducedMotion: "reduce" });
  expect(await longest()).toBeLessThan(0.001);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test("a finger swipes and taps from slide to slide", async ({ join, bot }) => {
    const ann = await join();
    await withSlides(await bot(), ann);
    await ann.page.getByRole("button", { name: "Board menu" }).tap();
    await ann.page.getByRole("menuitem", { name: "Present the frames" }).tap();
    await expect(counter(ann)).toHaveText("1 / 3");
    const { touch } = await penAndFingers(ann.page);
    const swipe = async (from: number, to: number): Promise<void> => {
      const at = (x: number) => [{ x, y: 400, radius: 8 }];
      await touch("touchStart", at(from));
      for (const part of [0.25, 0.5, 0.75, 1]) await touch("touchMove", at(from + (to - from) * part));
      await touch("touchEnd", []);
    };
    await swipe(300, 120);
    await expect(counter(ann)).toHaveText("2 / 3");
    await swipe(120, 300);
    await expect(counter(ann)).toHaveText("1 / 3");
    await ann.page.touchscreen.tap(300, 300);
    await expect(counter(ann)).toHaveText("2 / 3");
    await ann.page.touchscreen.tap(40, 300);
    await expect(counter(ann)).toHaveText("1 / 3");
    await test.step("the buttons are large enough for one", async () => {
      const sizes = await ann.page.locator(".slide-bar button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    });
    await ann.page.getByRole("button", { name: "End the presentation" }).tap();
    await expect(stage(ann)).toHaveCount(0);
  });
});
