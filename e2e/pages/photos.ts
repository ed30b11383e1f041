// Pictures that people bring: makes them, lets them fall onto the canvas, and reads the colours that are painted.
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect } from "../fixtures/test.ts";
import type { BoardPage, Point } from "./board-page.ts";

export type Rgb = readonly [number, number, number];
export const RED: Rgb = [220, 30, 40];
export const BLUE: Rgb = [20, 60, 220];
export const GREEN: Rgb = [10, 150, 60];

/** A PNG: one colour on its left half, another on its right. */
export function twoColors(width: number, height: number, left: Rgb = RED, right: Rgb = BLUE): Buffer {
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, (_, x) => Buffer.from(x < width / 2 ? left : right))]);
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", size), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export type Photo = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** Lets files fall onto the canvas at a point, CSS pixels from its top left corner. */
export async function dropPhotos(board: BoardPage, at: Point, photos: readonly Photo[]): Promise<void> {
  const files = photos.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString("base64") }));
  const drop = (): Promise<void> =>
    board.canvas.evaluate(
      (canvas, { point, list }) => {
        const { left, top } = canvas.getBoundingClientRect();
        const dataTransfer = new DataTransfer();
        for (const { name, type, base64 } of list)
          dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name, { type }));
        const init = { dataTransfer, bubbles: true, cancelable: true, clientX: left + point.x, clientY: top + point.y };
        canvas.dispatchEvent(new DragEvent("dragover", init));
        canvas.dispatchEvent(new DragEvent("drop", init));
      },
      { point: at, list: files },
    );
  const before = await board.number("shapes");
  // The code that takes files comes when the page is idle.
  await expect(async () => {
    if ((await board.number("shapes")) === before) await drop();
    await board.hasShapes(before + photos.length);
  }).toPass();
}

/** Puts a PNG on the clipboard. */
export function copyPhoto(page: Page, bytes: Buffer): Promise<void> {
  return page.evaluate(async (base64) => {
    const png = new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
  }, bytes.toString("base64"));
}

/** Waits until a point of the board shows a colour; CSS pixels from the top left corner of the canvas. */
export async function showsColor({ page }: BoardPage, at: Point, color: Rgb): Promise<void> {
  const read = (): Promise<readonly number[]> =>
    page.evaluate(({ x, y }) => {
      const sheet = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
      for (const layer of [...document.querySelectorAll("canvas")].slice(0, 2))
        if (layer.width > 0) sheet?.drawImage(layer, x * devicePixelRatio, y * devicePixelRatio, 1, 1, 0, 0, 1, 1);
      return [...(sheet?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    }, at);
  const isNear = (found: readonly number[]): boolean => found.every((value, i) => Math.abs(value - (color[i] ?? 0)) < 12);
  await expect(async () => {
    const found = await read();
    expect({ found, isNear: isNear(found) }).toEqual({ found, isNear: true });
  }).toPass();
}
