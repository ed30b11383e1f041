// A board that is the same at each run, with one of everything on it, and how one looks at it.
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import type { Bot } from "../fixtures/bot.ts";
import { expect } from "../fixtures/test.ts";
import type { BoardPage, Point } from "./board-page.ts";
import { dropPhotos, twoColors } from "./photos.ts";

/** Page coordinates; each lies apart from the others. */
const SHAPES = [
  fixture("rect", { id: "box", x: 330, y: 110, w: 180, h: 90, color: "blue", text: "Sketch it", textW: 84, textH: 25 }),
  fixture("ellipse", {
    id: "oval",
    x: 620,
    y: 100,
    w: 180,
    h: 110,
    color: "green",
    fill: "hachure",
    text: "Ship it",
    textW: 64,
    textH: 25,
  }),
  fixture("arrow", {
    id: "way",
    x: 510,
    y: 155,
    vertices: [0, 0, 110, 0],
    dash: "solid",
    start: { id: "box", x: 1, y: 0.5 },
    end: { id: "oval", x: 0, y: 0.5 },
    text: "",
    textW: 0,
    textH: 0,
  }),
  fixture("note", { id: "note", x: 330, y: 270, text: "Ask Rosalind\nabout the paper", textW: 140, textH: 50, author: "Rosalind" }),
  fixture("text", {
    id: "list",
    x: 600,
    y: 280,
    w: 220,
    h: 100,
    align: "left",
    text: "Before Friday\n[x] choose the paper\n[ ] invite the others\n- bring pens",
  }),
  fixture("card", { id: "card", x: 330, y: 520, text: "How to draw", link: "https://ink.example/guide" }),
  fixture("draw", { id: "ink", x: 700, y: 420, color: "red", size: "l" }),
];
export const SHOWN: readonly Op[] = SHAPES.map((shape, at) => ({ op: "add", shape: { ...shape, index: `a${at}` } }));
/** Points on these shapes, CSS pixels of a canvas that shows the page at 100 % from its corner. */
export const ON = {
  box: { x: 345, y: 125 },
  way: { x: 565, y: 155 },
  note: { x: 345, y: 450 },
  list: { x: 640, y: 292 },
  card: { x: 600, y: 590 },
  photo: { x: 760, y: 560 },
  paper: { x: 560, y: 240 },
} as const satisfies Readonly<Record<string, Point>>;

type Handle = { readonly __inkroom: { readonly editor: { setCamera(camera: { x: number; y: number; zoom: number }): void } } };

/** At 100 % from this corner of the page, with the hand that selects and nothing selected; the pointer is where it touches nothing. */
export async function lookFrom(person: BoardPage, { x, y }: Point = { x: 0, y: 0 }): Promise<void> {
  await person.page.evaluate((camera) => (globalThis as unknown as Handle).__inkroom.editor.setCamera({ ...camera, zoom: 1 }), { x, y });
  await person.canvas.focus();
  await person.press("v");
  await person.press("Escape");
  await person.page.mouse.move(2, 300);
}

/** Puts it all on the board, a picture from the person too, and looks at it. */
export async function show(person: BoardPage, bot: Bot): Promise<void> {
  expect(await bot.push(SHOWN)).toMatchObject({ t: "ack" });
  await person.hasShapes(SHOWN.length);
  await lookFrom(person);
  await dropPhotos(person, ON.photo, [{ name: "flag.png", type: "image/png", bytes: twoColors(160, 100) }]);
  await person.saved();
  await lookFrom(person);
}
