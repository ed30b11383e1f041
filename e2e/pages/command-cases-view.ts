// What each command does that opens or shows something, or goes out of the page (see specs/every-command.spec.ts).
import type { CommandId } from "@inkroom/editor";
import { expect } from "../fixtures/test.ts";
import type { Case, Stage, Thing } from "./command-stage.ts";

type ViewId = Extract<
  CommandId,
  `view.${string}` | `paper.${string}` | `link.${string}` | `picture.${string}` | `open.${string}` | `export.${string}` | "frame.present"
>;

const zooms = (select: readonly Thing[], before: string | undefined, is: string): Case => ({
  select,
  on: ["a", "next"],
  before: async ({ ana }) => before === undefined || (await ana.press(before)),
  sees: async (stage) => {
    const { zoom } = await stage.look();
    return zoom === 1 ? "100 %" : zoom > 1 ? "near" : "far";
  },
  is,
});
const goes = (x: number, y: number): Case => ({
  sees: async (stage) => (await stage.look()).middle.map((place, axis) => Math.sign(place - ([640, 400][axis] ?? 0))),
  is: [x, y],
});
const prints = (pattern: string, before: string): Case => ({
  before: async (stage) => {
    await stage.ask(`paper.${before}` as CommandId);
    await expect.poll(async () => (await stage.look()).paper).toBe(before);
  },
  sees: async (stage) => (await stage.look()).paper,
  is: pattern,
});
const opens = (selector: string, select: readonly Thing[] = []): Case => ({
  select,
  on: ["frame"],
  sees: ({ ana }) => ana.page.locator(selector).count(),
  is: 1,
  after: async ({ ana }) => {
    await ana.press("Escape");
    await expect(ana.page.locator(selector)).toHaveCount(0);
  },
});
/** Names of what has been downloaded since the page was opened. */
const downloads: string[] = [];
const saves = (is: string): Case => ({
  on: ["a"],
  before: async ({ ana }) => {
    downloads.length = 0;
    ana.page.once("download", (file) => downloads.push(file.suggestedFilename()));
  },
  sees: () => downloads,
  is: [is],
});
const copies = (type: string, includes = ""): Case => ({
  select: ["a"],
  before: ({ ana }) => ana.page.evaluate(() => navigator.clipboard.writeText("nothing")),
  sees: ({ ana }) =>
    ana.page.evaluate(
      async ({ wanted, part }) => {
        const [item] = await navigator.clipboard.read();
        if (item?.types.includes(wanted) !== true) return false;
        return part === "" || (await (await item.getType(wanted)).text()).includes(part);
      },
      { wanted: type, part: includes },
    ),
  is: true,
});
const others = ({ ana }: Stage) => ana.page.context().pages().slice(1);

export const VIEW_CASES: Readonly<Record<ViewId, Case>> = {
  "view.next-frame": { on: ["frame", "next"], sees: async (stage) => (await stage.look()).middle, is: [740, 495] },
  "view.previous-frame": { on: ["frame", "next"], sees: async (stage) => (await stage.look()).middle, is: [935, 495] },
  "view.zoom-in": zooms([], undefined, "near"),
  "view.zoom-out": zooms([], undefined, "far"),
  "view.zoom-100": zooms([], "Equal", "100 %"),
  "view.zoom-fit": zooms([], "Minus", "100 %"),
  "view.zoom-selection": zooms(["a"], undefined, "near"),
  "view.quick-zoom": {
    on: ["a"],
    sees: async (stage) => {
      const { ana } = stage;
      if ((await stage.look()).middle[0] !== 640) return (await stage.look()).middle;
      await ana.page.keyboard.down("Shift");
      await ana.page.keyboard.down("z");
      await ana.moveMouse({ x: 340, y: 400 });
      await ana.page.keyboard.up("z");
      await ana.page.keyboard.up("Shift");
      return (await stage.look()).middle;
    },
    is: [255, 400],
  },
  "view.theme": {
    sees: ({ ana }) => ana.page.locator("html").getAttribute("data-theme"),
    is: "dark",
    after: (stage) => stage.ask("view.theme"),
  },
  "view.zen": {
    sees: ({ ana }) => ana.page.locator(".dock").isVisible(),
    is: false,
    after: async ({ ana }) => {
      await ana.press("Escape");
      await expect(ana.page.locator(".dock")).toBeVisible();
    },
  },
  "view.stats": {
    on: ["a", "b"],
    sees: ({ ana }) => ana.page.locator('.stats [data-row="shapes"] dd').allTextContents(),
    is: ["2"],
    after: (stage) => stage.ask("view.stats"),
  },
  "view.look-only": {
    sees: ({ ana }) => ana.page.locator(".look-only").count(),
    is: 1,
    after: (stage) => stage.ask("view.look-only"),
  },
  "view.snap": { sees: async (stage) => (await stage.look()).snaps, is: true, after: (stage) => stage.ask("view.snap") },
  "view.grid": { sees: async (stage) => (await stage.look()).grid, is: true, after: (stage) => stage.ask("view.grid") },
  "view.page-up": goes(0, -1),
  "view.page-down": goes(0, 1),
  "view.page-left": goes(-1, 0),
  "view.page-right": goes(1, 0),
  "paper.none": prints("none", "ruled"),
  "paper.dots": prints("dots", "ruled"),
  "paper.squares": prints("squares", "none"),
  "paper.ruled": prints("ruled", "none"),
  "paper.isometric": prints("isometric", "none"),
  "link.edit": opens(".link-pop", ["a"]),
  "link.open": {
    select: ["linked"],
    sees: (stage) => others(stage).map((page) => page.url()),
    is: ["https://ink.example/there"],
    after: (stage) => Promise.all(others(stage).map((page) => page.close())),
  },
  "link.remove": { select: ["linked"], sees: async (stage) => (await stage.fields("linked"))["link"], is: "" },
  "link.copy": copies("text/plain", "/b/"),
  "link.copy-view": copies("text/plain", "/b/"),
  "picture.crop": {
    select: ["photo"],
    sees: async (stage) => (await stage.look()).cropping,
    is: "photo",
    after: ({ ana }) => ana.press("Escape"),
  },
  "picture.describe": opens('[role="dialog"]', ["photo"]),
  "open.menu": opens('[role="menu"]'),
  "open.outline": opens(".outline"),
  "open.find": opens(".find"),
  "open.present": opens(".presentation"),
  "open.palette": opens(".palette"),
  "open.say": opens(".say-field"),
  "open.export": opens(".export"),
  "open.help": opens(".help"),
  "frame.present": opens(".presentation", ["frame"]),
  "export.open": {
    before: async ({ ana }) => {
      downloads.length = 0;
      await ana.onceFileChooser(() => downloads.push("asked"));
    },
    sees: () => downloads,
    is: ["asked"],
  },
  "export.print": {
    on: ["a"],
    before: ({ ana }) =>
      ana.page.evaluate(() => {
        window.print = () => {
          document.body.dataset["printed"] = String(document.querySelectorAll(".print-sheet img").length);
          window.dispatchEvent(new Event("afterprint"));
        };
      }),
    sees: ({ ana }) => ana.page.locator("body").getAttribute("data-printed"),
    is: "1",
  },
  "export.save": saves("board.inkroom"),
  "export.excalidraw": saves("board.excalidraw"),
  "export.png": saves("board.png"),
  "export.svg": saves("board.svg"),
  "export.copy-png": copies("image/png"),
  "export.copy-svg": copies("text/plain", "<svg"),
};
