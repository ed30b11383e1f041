// The stage on which each command is tried: things by name, some of them selected by clicks, and the command by its key or its name.
import { COMMANDS, type CommandId, type Shortcut } from "@inkroom/editor";
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import type { Bot } from "../fixtures/bot.ts";
import { expect } from "../fixtures/test.ts";
import type { BoardPage, Point, ShapeFields } from "./board-page.ts";
import { lookFrom } from "./show-board.ts";

/** A page answers sooner than Playwright asks again by itself, ms. */
export const SOON = { intervals: [10, 20, 50, 100] };

type Shape = Extract<Op, { readonly op: "add" }>["shape"];
type IdOf = (name: string) => string;
type ThingOf = { readonly at: Point; readonly make: (id: IdOf) => Shape };

const SOLID = { w: 80, h: 60, fill: "solid", color: "blue" } as const;
const EMPTY = { text: "", textW: 0, textH: 0, dash: "solid" } as const;
const NOWHERE: Point = { x: 230, y: 600 };
/** Page coordinates; the page is seen at 100 % from its corner. `at` is where a click means it. */
const THINGS = {
  a: { at: { x: 160, y: 180 }, make: () => fixture("rect", { ...SOLID, x: 120, y: 150 }) },
  b: { at: { x: 350, y: 230 }, make: () => fixture("ellipse", { x: 300, y: 190, w: 100, h: 80, fill: "solid", color: "green" }) },
  c: { at: { x: 590, y: 180 }, make: () => fixture("rect", { ...SOLID, x: 560, y: 160, w: 60, color: "red" }) },
  below: { at: { x: 160, y: 360 }, make: () => fixture("rect", { ...SOLID, x: 120, y: 330 }) },
  across: {
    at: { x: 250, y: 200 },
    make: (id) =>
      fixture("arrow", {
        ...EMPTY,
        x: 200,
        y: 180,
        vertices: [0, 0, 100, 50],
        start: { id: id("a"), x: 1, y: 0.5 },
        end: { id: id("b"), x: 0, y: 0.5 },
      }),
  },
  down: {
    at: { x: 160, y: 270 },
    make: (id) =>
      fixture("arrow", {
        ...EMPTY,
        x: 160,
        y: 210,
        vertices: [0, 0, 0, 120],
        start: { id: id("a"), x: 0.5, y: 1 },
        end: { id: id("below"), x: 0.5, y: 0 },
      }),
  },
  note: { at: { x: 400, y: 450 }, make: () => fixture("note", { x: 300, y: 350, text: "", textW: 0, textH: 0 }) },
  todo: {
    at: { x: 480, y: 130 },
    make: () => fixture("text", { x: 420, y: 118, w: 100, h: 50, align: "left", text: "[ ] one\ntwo" }),
  },
  address: {
    at: { x: 430, y: 310 },
    make: () => fixture("text", { x: 420, y: 300, w: 240, h: 25, align: "left", text: "https://ink.example/there" }),
  },
  linked: { at: { x: 740, y: 180 }, make: () => fixture("rect", { ...SOLID, x: 700, y: 150, link: "https://ink.example/there" }) },
  frame: { at: { x: 640, y: 480 }, make: () => fixture("frame", { x: 640, y: 420, w: 200, h: 150, name: "First" }) },
  inside: { at: { x: 720, y: 500 }, make: (id) => fixture("rect", { ...SOLID, parent: id("frame"), x: 680, y: 470 }) },
  next: { at: { x: 860, y: 480 }, make: () => fixture("frame", { x: 860, y: 420, w: 150, h: 150, name: "Second" }) },
  card: { at: { x: 660, y: 670 }, make: () => fixture("card", { x: 640, y: 600 }) },
  photo: { at: { x: 900, y: 300 }, make: () => fixture("image", { x: 860, y: 260, flipX: false }) },
} as const satisfies Readonly<Record<string, ThingOf>>;
export type Thing = keyof typeof THINGS;
const names = Object.keys(THINGS) as readonly Thing[]; // reason: its own keys

export type Case = {
  /** What there is besides what is selected. */
  readonly on?: readonly Thing[];
  readonly select?: readonly Thing[];
  readonly before?: (stage: Stage) => Promise<unknown>;
  readonly sees: (stage: Stage) => unknown;
  readonly is: unknown;
  /** Leaves the page as it was. */
  readonly after?: (stage: Stage) => Promise<unknown>;
};

type Seen = {
  readonly tool: string;
  readonly selected: readonly string[];
  readonly zoom: number;
  readonly middle: readonly [number, number];
  readonly snaps: boolean;
  readonly grid: boolean;
  readonly toolLocked: boolean;
  readonly penMode: string;
  readonly form: string;
  readonly eraser: string;
  readonly color: string;
  readonly editing: string | undefined;
  readonly cropping: string | undefined;
  readonly point: number | undefined;
  readonly paper: string | undefined;
};

export class Stage {
  readonly ana: BoardPage;
  readonly bot: Bot;
  round = 0;

  constructor(ana: BoardPage, bot: Bot) {
    this.ana = ana;
    this.bot = bot;
  }

  id(name: string): string {
    return `${name}-${this.round}`;
  }

  /** Clears the board and puts these on it. */
  async set({ on = [], select = [] }: Case): Promise<void> {
    await this.ana.saved();
    const mine = async (): Promise<readonly string[]> => (await this.things()).map(({ id }) => String(id)).toSorted();
    const left = await mine();
    const told = (): readonly string[] => [...this.bot.entries().keys()].filter((id) => id !== "paper").toSorted();
    await expect.poll(told, SOON).toEqual(left);
    const old = told();
    this.round += 1;
    const present = names.filter((name) => on.includes(name) || select.includes(name));
    const made = present.map((name, at): Op => {
      const shape = THINGS[name].make((other) => this.id(other));
      return { op: "add", shape: { ...shape, id: this.id(name), index: `a${at}` } as Shape };
    });
    if (old.length > 0) await this.bot.push([{ op: "del", ids: old }]);
    if (made.length > 0) expect(await this.bot.push(made)).toMatchObject({ t: "ack" });
    await expect.poll(mine, SOON).toEqual(present.map((name) => this.id(name)).toSorted());
    await lookFrom(this.ana);
    // Two quick clicks in one place, one of the case before, are a double click.
    if (select.length > 0) await this.ana.canvas.click({ position: NOWHERE });
    for (const [place, name] of select.entries())
      await this.ana.canvas.click({ position: THINGS[name].at, modifiers: place === 0 ? [] : ["Shift"] });
    await expect.poll(async () => [...(await this.look()).selected].toSorted(), SOON).toEqual([...select].toSorted());
  }

  /** Asks for it: by its first key, or by its name where it has none. */
  async ask(id: CommandId): Promise<void> {
    const [key] = COMMANDS.find((command) => command.id === id)?.keys ?? [];
    if (key !== undefined) return this.ana.press(pressOf(key));
    await this.ana.press("Control+Slash");
    await this.ana.page.locator(`.palette [data-command="${id}"]`).click();
  }

  /** What is printed on the paper is none. */
  private async things(): Promise<readonly ShapeFields[]> {
    return (await this.ana.shapes()).filter(({ kind }) => kind !== "paper");
  }

  at(name: Thing): Point {
    return THINGS[name].at;
  }

  async fields(name: Thing): Promise<ShapeFields> {
    return (await this.ana.shapes()).find(({ id }) => id === this.id(name)) ?? {};
  }

  async kinds(): Promise<readonly string[]> {
    return (await this.things()).map(({ kind }) => String(kind)).toSorted();
  }

  /** What this tab's editor says of itself; things by their names. */
  look(): Promise<Seen> {
    return this.ana.page.evaluate(() => {
      const { editor, replica } = (globalThis as unknown as { __inkroom: Handle }).__inkroom; // reason: of the app's debug handle
      const { camera, viewport, style, selection, editingText, cropping, point, ...rest } = editor.state;
      const nameOf = (id: string | undefined): string | undefined => id?.replace(/-\d+$/, "");
      return {
        ...{ tool: rest.tool, snaps: rest.snaps, grid: rest.grid, toolLocked: rest.toolLocked, penMode: rest.penMode },
        ...{ form: style.form, eraser: style.eraser, color: style.color, zoom: camera.zoom },
        middle: [Math.round(camera.x + viewport.w / camera.zoom / 2), Math.round(camera.y + viewport.h / camera.zoom / 2)] as const,
        selected: [...selection].map((id) => nameOf(id) ?? ""),
        editing: nameOf(editingText?.id),
        cropping: nameOf(cropping),
        point,
        paper: replica.view.entry("paper")?.shape?.pattern,
      };
    });
  }
}

type Handle = {
  readonly editor: {
    readonly state: Pick<Seen, "tool" | "snaps" | "grid" | "toolLocked" | "penMode"> & {
      readonly camera: { readonly x: number; readonly y: number; readonly zoom: number };
      readonly viewport: { readonly w: number; readonly h: number };
      readonly style: Pick<Seen, "form" | "eraser" | "color">;
      readonly selection: ReadonlySet<string>;
      readonly editingText?: { readonly id: string };
      readonly cropping?: string;
      readonly point?: number;
    };
  };
  readonly replica: { readonly view: { entry(id: string): { readonly shape?: { readonly pattern: string } } | undefined } };
};

const CODES: Readonly<Record<string, string>> = {
  ...{ "[": "BracketLeft", "]": "BracketRight", "=": "Equal", "-": "Minus", ",": "Comma", ".": "Period", "/": "Slash", "'": "Quote" },
};

/** The press of a shortcut on a US keyboard. */
function pressOf({ key, mod, shift, alt }: Shortcut): string {
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : (CODES[key] ?? key);
  const held = [mod && "Control", alt && "Alt", shift && "Shift"].filter((name) => typeof name === "string");
  return key === "?" ? "Shift+Slash" : [...held, code].join("+");
}
