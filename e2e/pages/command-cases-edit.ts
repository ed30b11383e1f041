// What each command does to what is selected (see specs/every-command.spec.ts).
import type { CommandId } from "@inkroom/editor";
import { expect } from "../fixtures/test.ts";
import type { Case, Stage, Thing } from "./command-stage.ts";

type EditId = Extract<
  CommandId,
  | `edit.${string}`
  | `align.${string}`
  | `order.${string}`
  | `note.${string}`
  | `text.${string}`
  | `style.${string}`
  | "frame.rename"
  | "frame.remove"
>;

const selected = async (stage: Stage): Promise<readonly string[]> => (await stage.look()).selected;
const kinds = (stage: Stage) => stage.kinds();
const number = async (stage: Stage, name: Thing, field: string): Promise<number> => Number((await stage.fields(name))[field]);
const reaches = (select: readonly Thing[], on: readonly Thing[], is: Thing): Case => ({ select, on, sees: selected, is: [is] });
const converts = (select: Thing, is: string): Case => ({ select: [select], sees: kinds, is: [is] });
const nudges = (x: number, y: number): Case => ({
  select: ["a"],
  sees: async (stage) => [await number(stage, "a", "x"), await number(stage, "a", "y")],
  is: [120 + x, 150 + y],
});
/** Where the shape that has come lies from the one it has grown out of. */
const grows = (x: number, y: number): Case => ({
  select: ["a"],
  sees: async (stage) => {
    const grown = (await stage.ana.shapes("rect")).find(({ id }) => id !== stage.id("a"));
    return [...(await kinds(stage)), Math.sign(Math.round(Number(grown?.["x"]) - 120)), Math.sign(Math.round(Number(grown?.["y"]) - 150))];
  },
  is: ["arrow", "rect", "rect", x, y],
});
/** How many places there are, of a side or a middle: share of width or height. */
const aligns = (from: "x" | "y", size: "w" | "h", share: number): Case => ({
  select: ["a", "b", "c"],
  sees: async (stage) => {
    const shapes = await stage.ana.shapes();
    return new Set(shapes.map((shape) => Math.round(Number(shape[from]) + share * Number(shape[size])))).size;
  },
  is: 1,
});
const distributes = (from: "x" | "y", size: "w" | "h", on: readonly Thing[]): Case => ({
  select: on,
  sees: async (stage) => {
    const shapes = (await stage.ana.shapes()).toSorted((one, other) => Number(one[from]) - Number(other[from]));
    const gaps = shapes
      .slice(1)
      .map((shape, at) => Math.round(Number(shape[from]) - Number(shapes[at]?.[from]) - Number(shapes[at]?.[size])));
    return new Set(gaps).size;
  },
  is: 1,
});
const orders = (select: Thing, is: string): Case => ({
  select: [select],
  on: ["a", "b", "c"],
  sees: async (stage) =>
    (await stage.ana.shapes())
      .toSorted((one, other) => (String(one["index"]) < String(other["index"]) ? -1 : 1))
      .map(({ id }) => String(id).slice(0, 1))
      .join(""),
  is,
});
const write = async ({ ana }: Stage): Promise<void> => {
  await ana.press("Enter");
  await expect(ana.textField).toBeFocused();
};
const notes = (x: number, y: number): Case => ({
  select: ["note"],
  before: write,
  sees: async (stage) => {
    const other = (await stage.ana.shapes("note")).find(({ id }) => id !== stage.id("note"));
    return [Math.sign(Number(other?.["x"]) - 300), Math.sign(Number(other?.["y"]) - 350)];
  },
  is: [x, y],
  after: ({ ana }) => ana.press("Escape"),
});
const lists = (is: string): Case => ({ select: ["todo"], sees: async (stage) => (await stage.fields("todo"))["text"], is });
const sets = (field: string, is: unknown): Case => ({ select: ["todo"], sees: async (stage) => (await stage.fields("todo"))[field], is });
const scales = (w: number, h: number): Case => ({
  select: ["a"],
  sees: async (stage) => [Math.round(Number((await stage.fields("a"))["w"])), Math.round(Number((await stage.fields("a"))["h"]))],
  is: [w, h],
});
const turns = (is: number): Case => ({
  select: ["a"],
  sees: async (stage) => Math.round((((await number(stage, "a", "rotation")) * 180) / Math.PI + 540) % 360) - 180,
  is,
});
const flips = (field: "flipX" | "flipY"): Case => ({
  select: ["photo"],
  sees: async (stage) => (await stage.fields("photo"))[field],
  is: true,
});
const shows = (selector: string, select: readonly Thing[] = ["a"]): Case => ({
  select,
  sees: ({ ana }) => ana.page.locator(selector).count(),
  is: 1,
  after: async ({ ana }) => {
    await ana.press("Escape");
    await expect(ana.page.locator(selector)).toHaveCount(0);
  },
});
const copy = ({ ana }: Stage): Promise<void> => ana.press("Control+c");
const remove = async ({ ana }: Stage): Promise<void> => {
  await ana.press("Delete");
  await ana.hasShapes(0);
};

export const EDIT_CASES: Readonly<Record<EditId, Case>> = {
  "edit.undo": { select: ["a"], before: remove, sees: kinds, is: ["rect"] },
  "edit.redo": {
    select: ["a"],
    before: async (stage) => {
      await remove(stage);
      await stage.ana.undo();
      await stage.ana.hasShapes(1);
    },
    sees: kinds,
    is: [],
  },
  "edit.delete": { select: ["a"], on: ["b"], sees: kinds, is: ["ellipse"] },
  "edit.clear": {
    on: ["a", "b"],
    sees: async (stage) => {
      const clear = stage.ana.page.getByRole("alertdialog").getByRole("button", { name: "Clear" });
      if (await clear.isVisible()) await clear.click();
      return kinds(stage);
    },
    is: [],
  },
  "edit.duplicate": { select: ["a"], sees: kinds, is: ["rect", "rect"] },
  "edit.cut": { select: ["a"], on: ["b"], sees: kinds, is: ["ellipse"] },
  "edit.copy": {
    select: ["a"],
    before: ({ ana }) => ana.page.evaluate(() => navigator.clipboard.writeText("nothing")),
    sees: async ({ ana }) => (await ana.page.evaluate(() => navigator.clipboard.readText())).includes("nothing"),
    is: false,
  },
  "edit.paste": { select: ["a"], before: copy, sees: kinds, is: ["rect", "rect"] },
  "edit.paste-in-place": {
    select: ["a"],
    before: copy,
    sees: async ({ ana }) => (await ana.shapes()).map(({ x, y }) => [x, y]),
    is: [
      [120, 150],
      [120, 150],
    ],
  },
  "edit.select-all": { on: ["a", "b"], sees: async (stage) => (await selected(stage)).toSorted(), is: ["a", "b"] },
  "edit.deselect": { select: ["a"], sees: selected, is: [] },
  "edit.select-next": reaches(["a"], ["b", "c"], "c"),
  "edit.select-previous": reaches(["c"], ["a", "b"], "a"),
  "edit.select-left": reaches(["b"], ["a", "c"], "a"),
  "edit.select-right": reaches(["b"], ["a", "c"], "c"),
  "edit.select-up": reaches(["below"], ["a"], "a"),
  "edit.select-down": reaches(["a"], ["below"], "below"),
  "edit.select-parent": reaches(["inside"], ["frame"], "frame"),
  "edit.select-child": reaches(["frame"], ["inside"], "inside"),
  "edit.to-rect": converts("b", "rect"),
  "edit.to-ellipse": converts("a", "ellipse"),
  "edit.to-diamond": converts("a", "geo"),
  "edit.grow-left": grows(-1, 0),
  "edit.grow-right": grows(1, 0),
  "edit.grow-up": grows(0, -1),
  "edit.grow-down": grows(0, 1),
  "edit.walk-left": reaches(["b"], ["a", "across"], "a"),
  "edit.walk-right": reaches(["a"], ["b", "across"], "b"),
  "edit.walk-up": reaches(["below"], ["a", "down"], "a"),
  "edit.walk-down": reaches(["a"], ["below", "down"], "below"),
  "edit.edit-text": {
    select: ["a"],
    sees: async (stage) => (await stage.look()).editing,
    is: "a",
    after: ({ ana }) => ana.press("Escape"),
  },
  "edit.title": {
    select: ["card"],
    sees: async (stage) => (await stage.look()).editing,
    is: "card",
    after: ({ ana }) => ana.press("Escape"),
  },
  "edit.points": {
    select: ["across"],
    sees: async (stage) => (await stage.look()).point,
    is: 0,
    after: ({ ana }) => ana.press("Escape"),
  },
  "align.left": aligns("x", "w", 0),
  "align.centre-x": aligns("x", "w", 0.5),
  "align.right": aligns("x", "w", 1),
  "align.top": aligns("y", "h", 0),
  "align.centre-y": aligns("y", "h", 0.5),
  "align.bottom": aligns("y", "h", 1),
  "align.distribute-x": distributes("x", "w", ["a", "b", "c"]),
  "align.distribute-y": distributes("y", "h", ["a", "b", "below"]),
  "style.color": shows(".color-popover"),
  "style.fill-color": shows(".color-popover"),
  "style.font": {
    select: ["note"],
    sees: ({ ana }) => ana.page.locator(".font-row :focus").count(),
    is: 1,
    after: async (stage) => {
      await stage.ana.press("ArrowRight");
      await expect(stage.ana.page.locator(".font-row .choice").nth(1)).toBeFocused();
      await stage.ana.press("Enter");
      await expect.poll(async () => (await stage.fields("note"))["font"]).toBe("hand");
      await stage.ana.press("Escape");
      expect((await stage.look()).selected).toEqual(["note"]);
    },
  },
  "style.pick-color": shows(".pick-veil"),
  "style.pick-fill-color": shows(".pick-veil"),
  "edit.copy-style": {
    select: ["a"],
    on: ["c"],
    sees: async (stage) => {
      await stage.ana.canvas.click({ position: stage.at("c") });
      await stage.ana.press("Control+Alt+KeyV");
      return (await stage.fields("c"))["color"];
    },
    is: "blue",
  },
  "edit.paste-style": {
    select: ["c"],
    on: ["b"],
    before: async (stage) => {
      await stage.ana.press("Control+Alt+KeyC");
      await stage.ana.canvas.click({ position: stage.at("b") });
    },
    sees: async (stage) => (await stage.fields("b"))["color"],
    is: "red",
  },
  "edit.pick-style": {
    on: ["b"],
    before: (stage) => stage.ana.moveMouse(stage.at("b")),
    sees: async (stage) => (await stage.look()).color,
    is: "green",
  },
  "edit.group": { select: ["a", "b"], sees: kinds, is: ["ellipse", "group", "rect"] },
  "edit.ungroup": {
    select: ["a", "b"],
    before: async ({ ana }) => {
      await ana.press("Control+KeyG");
      await ana.hasShapes(3);
    },
    sees: kinds,
    is: ["ellipse", "rect"],
  },
  "edit.lock": { select: ["a"], sees: async (stage) => (await stage.fields("a"))["locked"], is: true },
  "edit.unlock-all": {
    select: ["a"],
    before: async (stage) => {
      await stage.ana.press("Control+Shift+KeyL");
      await expect.poll(async () => (await stage.fields("a"))["locked"]).toBe(true);
    },
    sees: async (stage) => (await stage.fields("a"))["locked"],
    is: false,
  },
  "edit.turn-left": turns(-15),
  "edit.turn-right": turns(15),
  "edit.scale-up": scales(88, 66),
  "edit.scale-down": scales(73, 55),
  "edit.flip-x": flips("flipX"),
  "edit.flip-y": flips("flipY"),
  "edit.nudge-left": nudges(-1, 0),
  "edit.nudge-right": nudges(1, 0),
  "edit.nudge-up": nudges(0, -1),
  "edit.nudge-down": nudges(0, 1),
  "edit.nudge-left-far": nudges(-10, 0),
  "edit.nudge-right-far": nudges(10, 0),
  "edit.nudge-up-far": nudges(0, -10),
  "edit.nudge-down-far": nudges(0, 10),
  "order.front": orders("a", "bca"),
  "order.back": orders("c", "cab"),
  "order.forward": orders("a", "bac"),
  "order.backward": orders("c", "acb"),
  "note.right": notes(1, 0),
  "note.left": notes(-1, 0),
  "note.below": notes(0, 1),
  "note.above": notes(0, -1),
  "note.paste": {
    before: ({ ana }) => ana.page.evaluate(() => navigator.clipboard.writeText("one\ntwo")),
    sees: kinds,
    is: ["note", "note"],
  },
  "text.bullets": lists("- one\n- two"),
  "text.numbers": lists("1. one\n2. two"),
  "text.checks": lists("[ ] one\n[ ] two"),
  "text.tick": lists("[x] one\ntwo"),
  "text.bold": sets("bold", true),
  "text.italic": sets("italic", true),
  "text.larger": sets("size", "l"),
  "text.smaller": sets("size", "s"),
  "text.open-link": {
    select: ["address"],
    sees: ({ ana }) =>
      ana.page
        .context()
        .pages()
        .slice(1)
        .map((page) => page.url()),
    is: ["https://ink.example/there"],
    after: ({ ana }) =>
      Promise.all(
        ana.page
          .context()
          .pages()
          .slice(1)
          .map((page) => page.close()),
      ),
  },
  "frame.rename": {
    select: ["frame"],
    sees: ({ ana }) => ana.page.getByRole("textbox", { name: "Name of the frame" }).inputValue({ timeout: 1_000 }),
    is: "First",
    after: ({ ana }) => ana.press("Escape"),
  },
  "frame.remove": { select: ["frame"], on: ["inside"], sees: kinds, is: ["rect"] },
};
