// Makes pictures of the board or of what is selected, and hands them over as files or on the clipboard.
import { createLineMeasurer, paintPng, pictureScale } from "@inkroom/canvas/picture";
import { type ThemeName, THEMES } from "@inkroom/canvas";
import type { Editor, ExportRequest } from "@inkroom/editor";
import { exportArea, writeSvg } from "@inkroom/interchange";
import { saveBlob } from "../host/save-blob.ts";
import { embeddedFontCss } from "./embedded-font.ts";
import { shapesToExport } from "./shapes-to-export.ts";

/** Free space around the ink, page units. */
const PADDING = 24;
/** Pixels per page unit of a PNG: sharp on the screens of today. */
const PNG_SCALE = 2;

/** `scale`: pixels per page unit of a PNG; less than usual where the board is too large for a picture of that size. */
export type Exported = { readonly kind: "nothing" } | { readonly kind: "done"; readonly isReduced: boolean };

/** Rejects where the browser refuses: a picture, the font, the clipboard. `name` of the file, without an ending. */
export async function exportBoard(
  request: ExportRequest,
  { editor, theme, name }: { readonly editor: Editor; readonly theme: ThemeName; readonly name: string },
): Promise<Exported> {
  const shapes = shapesToExport(editor);
  const area = exportArea(shapes, PADDING);
  if (area === undefined) return { kind: "nothing" };
  const { inks, paper } = THEMES[theme];
  const svg = async (): Promise<string> =>
    writeSvg(shapes, {
      area,
      colorOf: ({ color, shade }) => inks[color][shade],
      background: paper,
      measureLine: createLineMeasurer(),
      fontCss: await embeddedFontCss(shapes),
    });
  const png = (): Promise<Blob> => paintPng(shapes, { area, scale: PNG_SCALE, theme, background: true });
  // Given to the clipboard before it is made: some browsers take it only within the press of a key or button.
  if (request.to === "clipboard") await copy(request.format === "png" ? { "image/png": png() } : { "text/plain": svg() });
  else if (request.format === "png") saveBlob(`${name}.png`, await png());
  else saveBlob(`${name}.svg`, new Blob([await svg()], { type: "image/svg+xml" }));
  return { kind: "done", isReduced: request.format === "png" && pictureScale(area, PNG_SCALE) < PNG_SCALE };
}

async function copy(data: Readonly<Record<string, Promise<Blob | string>>>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem(data)]);
}
