// Makes pictures of the board or of what is selected, and hands them over as files or on the clipboard.
import { createLineMeasurer, paintPng, pictureScale, printMarks } from "@inkroom/canvas/picture";
import { paintColor, type ThemeName, THEMES } from "@inkroom/canvas";
import type { Editor, ExportRequest, PictureLook } from "@inkroom/editor";
import { type exportArea, writeSvg } from "@inkroom/interchange";
import type { PatternName, Shape } from "@inkroom/shapes";
import { saveBlob } from "../host/save-blob.ts";
import type { BoardPictures } from "../pictures/board-pictures.ts";
import { asBitmaps, asDataAddresses, picturesOf } from "../pictures/pictures-of.ts";
import { printPicture } from "../print/print-picture.ts";
import { embeddedFontCss } from "./embedded-font.ts";
import { pictureToExport } from "./shapes-to-export.ts";

/** Free space around the ink, page units. */
const PADDING = 24;
/** Pixels per page unit of a PNG: sharp on the screens of today. */
const PNG_SCALE = 2;

/** `scale`: pixels per page unit of a PNG; less than usual where the board is too large for a picture of that size. */
export type Exported = { readonly kind: "nothing" } | { readonly kind: "done"; readonly isReduced: boolean };

type Source = {
  readonly editor: Editor;
  /** Of the screen. */
  readonly theme: ThemeName;
  readonly pictures: Pick<BoardPictures, "desk">;
};

/** How a picture looks where nothing is said of it. */
export function usualLook(theme: ThemeName): PictureLook {
  return { scale: PNG_SCALE, background: true, theme, whole: false };
}

/** Rejects where the browser refuses: a picture, the font, the clipboard. What is printed is drawn, whatever format was asked for. `name` of the file, without an ending. */
export async function exportBoard(
  request: ExportRequest,
  { editor, theme, name, pictures }: Source & { readonly name: string },
): Promise<Exported> {
  const look = request.look ?? usualLook(theme);
  const { shapes, area } = pictureToExport(editor, look.whole, PADDING, createLineMeasurer());
  if (area === undefined) return { kind: "nothing" };
  const source = { pictures, pattern: look.pattern === true ? editor.view.pattern : undefined };
  const svg = (): Promise<string> => svgOf(shapes, area, look, source);
  const png = (): Promise<Blob> => pngOf(shapes, area, look, source);
  // Given to the clipboard before it is made: some browsers take it only within the press of a key or button.
  if (request.to === "clipboard") await copy(request.format === "png" ? { "image/png": png() } : { "text/plain": svg() });
  else if (request.to === "printer") await printPicture(await svg(), area);
  else if (request.format === "png") saveBlob(`${name}.png`, await png());
  else saveBlob(`${name}.svg`, new Blob([await svg()], { type: "image/svg+xml" }));
  return { kind: "done", isReduced: request.format === "png" && pictureScale(area, look.scale) < look.scale };
}

/** A picture of what would be exported, and its size in page units; undefined for nothing. */
export async function previewOf(
  { editor, pictures }: Pick<Source, "editor" | "pictures">,
  look: PictureLook,
): Promise<{ readonly svg: string; readonly w: number; readonly h: number } | undefined> {
  const { shapes, area } = pictureToExport(editor, look.whole, PADDING, createLineMeasurer());
  if (area === undefined) return undefined;
  const pattern = look.pattern === true ? editor.view.pattern : undefined;
  return { svg: await svgOf(shapes, area, look, { pictures, pattern }), w: area.w, h: area.h };
}

/** Where the bytes of pictures are, and what is printed. */
type Ground = Pick<Source, "pictures"> & { readonly pattern: PatternName | undefined };
type Area = NonNullable<ReturnType<typeof exportArea>>;

async function pngOf(shapes: readonly Shape[], area: Area, look: PictureLook, { pictures: source, pattern }: Ground): Promise<Blob> {
  const pictures = await asBitmaps(await picturesOf(shapes, source));
  const png = await paintPng(shapes, { area, ...look, pattern, pictures });
  for (const bitmap of pictures.values()) bitmap.close();
  return png;
}

async function svgOf(
  shapes: readonly Shape[],
  area: Area,
  { theme, background }: PictureLook,
  { pictures: source, pattern }: Ground,
): Promise<string> {
  const look = THEMES[theme];
  const pictures = await asDataAddresses(await picturesOf(shapes, source));
  return writeSvg(shapes, {
    area,
    colorOf: (paint) => paintColor(look, paint),
    background: background ? look.paper : undefined,
    marks: pattern && printMarks(pattern, area, look),
    measureLine: createLineMeasurer(),
    pictureOf: (blob) => pictures.get(blob),
    fontCss: await embeddedFontCss(shapes),
  });
}

async function copy(data: Readonly<Record<string, Promise<Blob | string>>>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem(data)]);
}
