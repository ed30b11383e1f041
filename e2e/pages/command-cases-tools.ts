// What each tool does in the hand, once its command was given (see specs/every-command.spec.ts).
import type { CommandId } from "@inkroom/editor";
import { expect } from "../fixtures/test.ts";
import type { Case, Stage } from "./command-stage.ts";
import { penAndFingers } from "./pen-and-fingers.ts";
import { twoColors } from "./photos.ts";

type ToolCommandId = Extract<CommandId, `tool.${string}`>;

const [FROM, MIDDLE, TO] = [
  { x: 220, y: 500 },
  { x: 260, y: 540 },
  { x: 300, y: 560 },
];
/** What one pull of the tool leaves on the board. It is seen more than once: pulled the first time only. */
const makes = (kind: string, more: object = {}): Case => ({
  sees: async (stage) => {
    if ((await stage.kinds()).length === 0) await stage.ana.drag([FROM, MIDDLE, TO]);
    const [made = {}, ...others] = await stage.ana.shapes();
    return { kind: made["kind"], others: others.length, ...Object.fromEntries(Object.keys(more).map((field) => [field, made[field]])) };
  },
  is: { kind, others: 0, ...more },
});
const writes = (kind: string): Case => ({
  sees: async ({ ana }) => {
    if ((await ana.shapes()).length > 0) return (await ana.onlyShape(kind))["text"];
    await ana.click(FROM);
    await expect(ana.textField).toBeFocused();
    await ana.page.keyboard.type("words");
    await ana.press("Escape");
    return "";
  },
  is: "words",
});
const form = (name: string): Case => makes("geo", { form: name });

export const TOOL_CASES: Readonly<Record<ToolCommandId, Case>> = {
  "tool.select": {
    on: ["a"],
    before: ({ ana }) => ana.press("KeyR"),
    sees: async (stage) => {
      if (Number((await stage.fields("a"))["x"]) === 120) await stage.ana.drag([stage.at("a"), MIDDLE, { x: 260, y: 280 }]);
      return [(await stage.fields("a"))["x"], (await stage.fields("a"))["y"]];
    },
    is: [220, 250],
  },
  "tool.hand": {
    sees: async (stage) => {
      if ((await stage.look()).middle[0] === 640) await stage.ana.drag([FROM, MIDDLE, TO]);
      return (await stage.look()).middle;
    },
    is: [560, 340],
  },
  "tool.draw": makes("draw", { nib: "pen" }),
  "tool.highlight": makes("draw", { nib: "highlighter" }),
  "tool.rect": makes("rect"),
  "tool.ellipse": makes("ellipse"),
  "tool.geo": makes("geo"),
  "tool.line": makes("line"),
  "tool.arrow": makes("arrow"),
  "tool.frame": makes("frame"),
  "tool.text": writes("text"),
  "tool.note": writes("note"),
  "tool.erase": {
    on: ["a", "b"],
    sees: async (stage) => {
      if ((await stage.kinds()).length === 2) await stage.ana.drag([{ x: 100, y: 180 }, stage.at("a"), { x: 230, y: 180 }]);
      return stage.kinds();
    },
    is: ["ellipse"],
  },
  "tool.bucket": {
    on: ["a"],
    sees: async (stage) => {
      if ((await stage.fields("a"))["fillColor"] === "same") await stage.ana.click(stage.at("a"));
      return [(await stage.fields("a"))["fill"], (await stage.fields("a"))["fillColor"]];
    },
    is: ["solid", "ink"],
  },
  "tool.laser": {
    sees: async ({ ana }) => {
      await ana.drag([FROM, MIDDLE, TO], { release: false });
      const ink = await ana.overlayInkIn({ x: 200, y: 480, w: 120, h: 100 });
      await ana.page.mouse.up();
      return [ink > 20, (await ana.shapes()).length];
    },
    is: [true, 0],
  },
  "tool.diamond": form("diamond"),
  "tool.triangle": form("triangle"),
  "tool.parallelogram": form("parallelogram"),
  "tool.trapezoid": form("trapezoid"),
  "tool.pentagon": form("pentagon"),
  "tool.hexagon": form("hexagon"),
  "tool.octagon": form("octagon"),
  "tool.star": form("star"),
  "tool.block-arrow": form("block-arrow"),
  "tool.cloud": form("cloud"),
  "tool.erase-part": {
    sees: async (stage) => [(await stage.look()).tool, (await stage.look()).eraser],
    is: ["erase", "part"],
    after: (stage) => stage.ask("tool.erase-part"),
  },
  "tool.image": {
    before: ({ ana }) =>
      ana.onceFileChooser((chooser) => chooser.setFiles({ name: "flag.png", mimeType: "image/png", buffer: twoColors(80, 60) })),
    sees: (stage) => stage.kinds(),
    is: ["image"],
  },
  "tool.zoom": {
    sees: async (stage) => {
      if ((await stage.look()).zoom === 1) await stage.ana.click({ x: 640, y: 400 });
      return [(await stage.look()).zoom, (await stage.look()).middle];
    },
    is: [2, [640, 400]],
  },
  "tool.auto-shape": {
    sees: async (stage) => {
      if ((await stage.kinds()).length === 0) await stage.ana.drag([FROM, MIDDLE, { x: 300, y: 580 }]);
      return stage.kinds();
    },
    is: ["line"],
    after: (stage) => stage.ask("tool.auto-shape"),
  },
  "tool.press": {
    on: ["a"],
    before: (stage) => stage.ana.moveMouse(stage.at("a")),
    sees: async (stage) => (await stage.look()).selected,
    is: ["a"],
  },
  "tool.lock": { sees: async (stage) => (await stage.look()).toolLocked, is: true, after: (stage) => stage.ask("tool.lock") },
  "tool.pen-mode": {
    before: async (stage: Stage) => {
      await stage.ana.press("KeyP");
      const { pen } = await penAndFingers(stage.ana.page);
      await pen("mousePressed", FROM);
      await pen("mouseMoved", MIDDLE);
      await pen("mouseReleased", TO);
      await expect.poll(async () => (await stage.look()).penMode).toBe("on");
    },
    sees: async (stage) => (await stage.look()).penMode,
    is: "off",
  },
};
