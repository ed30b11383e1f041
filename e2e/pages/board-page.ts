// A board in a tab: its selectors, its gestures with a real mouse and keyboard, and what the app says of itself.
// Points are CSS pixels from the top left corner of the canvas.
import { expect, type FileChooser, type Locator, type Page } from "@playwright/test";
import type { PageWatch } from "../fixtures/watch-page.ts";
import { boardPixels, boardRecords, type BoardRecords } from "./board-contents.ts";
import { looksPainted } from "./tile-truth.ts";
import { inkIn, type InkWatch, overlayInkIn, type Part, watchInk } from "./painted-ink.ts";

/** The properties of a shape. */
export type ShapeFields = Readonly<Record<string, unknown>>;
export type Point = { readonly x: number; readonly y: number };
export type Tool =
  | "select"
  | "hand"
  | "draw"
  | "highlight"
  | "laser"
  | "bucket"
  | "erase"
  | "rect"
  | "ellipse"
  | "geo"
  | "line"
  | "arrow"
  | "text"
  | "note"
  | "frame";

/** Points of a wavy line from `from` to `to`: what a hand draws rather than what a ruler does. */
export function wave(from: Point, to: Point, steps = 12): Point[] {
  return Array.from({ length: steps + 1 }, (_, step) => {
    const part = step / steps;
    return {
      x: Math.round(from.x + (to.x - from.x) * part),
      y: Math.round(from.y + (to.y - from.y) * part + 12 * Math.sin(part * Math.PI * 4)),
    };
  });
}

export class BoardPage {
  readonly page: Page;
  readonly watch: PageWatch;
  readonly root: Locator;
  readonly canvas: Locator;
  readonly people: Locator;
  readonly status: Locator;
  /** The field over a text that is being edited. */
  readonly textField: Locator;

  constructor(page: Page, watch: PageWatch) {
    this.page = page;
    this.watch = watch;
    this.root = page.locator("main.board");
    this.canvas = page.getByRole("application", { name: "Board" });
    this.people = page.locator("button.people");
    this.status = page.getByRole("status").and(page.locator(".status"));
    this.textField = page.locator("textarea.text-editor");
  }

  /** Opens a link and waits until the board is live. */
  async open(url: string): Promise<this> {
    await this.page.goto(url);
    return this.live();
  }

  async reload(): Promise<this> {
    await this.page.reload();
    return this.live();
  }

  async live(): Promise<this> {
    await expect(this.root).toHaveAttribute("data-state", "live");
    return this;
  }

  async number(name: "seq" | "pending" | "peers" | "shapes"): Promise<number> {
    return Number(await this.root.getAttribute(`data-${name}`));
  }

  /** Waits until the room has confirmed everything this tab did. */
  async saved(): Promise<void> {
    await expect(this.root).toHaveAttribute("data-pending", "0");
    await expect(this.root).toHaveAttribute("data-state", "live");
  }

  async hasShapes(count: number): Promise<void> {
    await expect(this.root).toHaveAttribute("data-shapes", String(count));
  }

  /** Other people on the board, this tab not counted. */
  async hasPeers(count: number): Promise<void> {
    await expect(this.root).toHaveAttribute("data-peers", String(count));
  }

  async selectTool(tool: Tool): Promise<void> {
    await this.page.locator(`[data-tool="${tool}"]`).click();
    await expect(this.page.locator(`[data-tool="${tool}"]`)).toHaveAttribute("aria-checked", "true");
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Presses the button at the first point, moves along the others and, unless told not to, lets go at the last. */
  async drag(points: readonly Point[], options: { readonly release?: boolean } = {}): Promise<void> {
    const origin = await this.canvas.boundingBox();
    if (origin === null) throw new Error("the canvas is not on the page");
    const [first = { x: 0, y: 0 }, ...rest] = points;
    await this.page.mouse.move(origin.x + first.x, origin.y + first.y);
    await this.page.mouse.down();
    for (const point of rest) await this.page.mouse.move(origin.x + point.x, origin.y + point.y);
    if (options.release !== false) await this.page.mouse.up();
  }

  async moveMouse(point: Point): Promise<void> {
    const origin = await this.canvas.boundingBox();
    await this.page.mouse.move((origin?.x ?? 0) + point.x, (origin?.y ?? 0) + point.y);
  }

  async click(point: Point): Promise<void> {
    await this.canvas.click({ position: point });
  }

  async draw(points: readonly Point[]): Promise<void> {
    await this.selectTool("draw");
    await this.drag(points);
  }

  /** Draws a two-point shape: box, ellipse, line or arrow. */
  async drawBetween(tool: "rect" | "ellipse" | "geo" | "line" | "arrow" | "frame", from: Point, to: Point): Promise<void> {
    await this.selectTool(tool);
    const middle = { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) };
    await this.drag([from, middle, to]);
  }

  async typeText(at: Point, text: string): Promise<void> {
    await this.selectTool("text");
    await this.click(at);
    await expect(this.textField).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Escape");
    await expect(this.textField).toHaveCount(0);
  }

  async undo(): Promise<void> {
    await this.press("Control+z");
  }

  async redo(): Promise<void> {
    await this.press("Control+Shift+z");
  }

  /** What the tab holds: its living shapes with their write tags, by id. */
  records(): Promise<BoardRecords> {
    return boardRecords(this.page);
  }

  /** Inked pixels in a part of the canvas, CSS pixels. */
  inkIn(part: Part): Promise<number> {
    return inkIn(this.page, part);
  }

  /** Pixels in a part of the canvas over which a frame, a pointer or a trail lies, CSS pixels. */
  overlayInkIn(part: Part): Promise<number> {
    return overlayInkIn(this.page, part);
  }

  /** Counts the inked pixels of a part in every frame from now on. */
  /** The living shapes as they are stored; of one kind, where it is named. */
  async shapes(kind?: string): Promise<readonly ShapeFields[]> {
    const entries = Object.values(await this.records()) as { readonly shape: ShapeFields }[]; // reason: living entries have a shape
    return entries.map(({ shape }) => shape).filter((shape) => kind === undefined || shape["kind"] === kind);
  }

  /** The one shape of a kind that there is; without properties where there is none. */
  async onlyShape(kind: string): Promise<ShapeFields> {
    const [shape, ...others] = await this.shapes(kind);
    expect(others).toEqual([]);
    return shape ?? {};
  }

  /** The corners of the arrow that has this id, or of the only one, where it is seen; page coordinates, rounded. */
  drawnWay(id?: string): Promise<readonly (readonly [x: number, y: number])[]> {
    return this.page.evaluate((wanted) => {
      type Arrow = {
        readonly id: string;
        readonly kind: string;
        readonly x: number;
        readonly y: number;
        readonly vertices: readonly number[];
      };
      type Handle = { readonly editor: { readonly view: { shapes(): Iterable<Arrow> } } };
      const { editor } = (globalThis as unknown as { __inkroom: Handle }).__inkroom; // reason: of the app's debug handle
      const arrow = [...editor.view.shapes()].find((shape) => (wanted === undefined ? shape.kind === "arrow" : shape.id === wanted));
      const { x = 0, y = 0, vertices = [] } = arrow ?? {};
      return Array.from(
        { length: vertices.length / 2 },
        (_, i) => [Math.round(x + (vertices[2 * i] ?? 0)), Math.round(y + (vertices[2 * i + 1] ?? 0))] as const,
      );
    }, id);
  }

  /** Presses a key that lets one choose a file, and chooses it. */
  async chooseFile(key: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const asked = Promise.withResolvers<FileChooser>();
    await this.onceFileChooser(asked.resolve);
    await this.press(key);
    await (await asked.promise).setFiles(file);
  }

  /** Takes what the next press opens that lets one choose a file. */
  async onceFileChooser(take: (chooser: FileChooser) => unknown): Promise<void> {
    this.page.once("filechooser", take);
    // A key does not wait for the page to hear of it; this does.
    await this.page.evaluate("0");
  }

  watchInk(part: Part): Promise<InkWatch> {
    return watchInk(this.page, part);
  }

  /** The painted board without overlays, at this tab's camera. */
  pixels(): Promise<{ readonly hash: string; readonly inked: number }> {
    return boardPixels(this.page);
  }
}

/**
 * Two tabs hold the same board, and each shows what painting that board anew would show; the board is not blank. The canvases
 * themselves are not compared: a path that is cut by a mended part of a tile is smoothed a little differently along the cut.
 */
export async function expectSameBoard(left: BoardPage, right: BoardPage, { oneIn = 400 } = {}): Promise<void> {
  await expect
    .poll(async () => JSON.stringify(await left.records()) === JSON.stringify(await right.records()), {
      message: "records are equal",
    })
    .toBe(true);
  // Few and long strokes cross many edges of tiles for their ink; painted twice or missing, they would differ in far more.
  for (const { page } of [left, right]) await looksPainted(page, { oneIn });
}
