// Exported pictures: takes them from the page, and compares what an SVG and a PNG of the same shapes look like.
import type { Page } from "@playwright/test";
import type { BoardPage } from "./board-page.ts";

export type PictureFile = { readonly name: string; readonly bytes: Buffer };

/** Chooses an entry of the export menu and gives the file that comes of it. */
export async function exportFile({ page }: BoardPage, entry: string): Promise<PictureFile> {
  const download = page.waitForEvent("download");
  await chooseExport(page, entry);
  const file = await download;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

export async function chooseExport(page: Page, entry: string): Promise<void> {
  await page.getByRole("button", { name: "Board menu" }).click();
  const item = page.getByRole("menuitem", { name: entry });
  // Most of them lie one menu further in.
  if ((await item.count()) === 0) await page.getByRole("menuitem", { name: "Export", exact: true }).press("ArrowRight");
  await item.click();
}

export type Comparison = {
  readonly width: number;
  readonly height: number;
  /** Pixels that differ visibly. */
  readonly different: number;
  /** Pixels of the PNG that are not its background. */
  readonly inked: number;
};

/**
 * Lets the browser draw the SVG at the size of the PNG, on a page without the board's styles and fonts. A font that an image
 * brings along arrives some frames after the image: draws again, for a while, as long as more than `share` of the ink differs.
 */
export async function comparePictures(page: Page, svg: Buffer, png: Buffer, share: number): Promise<Comparison> {
  const blank = await page.context().newPage();
  const comparison = await blank.evaluate(compareInPage, { svg: dataUrl("image/svg+xml", svg), png: dataUrl("image/png", png), share });
  await blank.close();
  return comparison;
}

function dataUrl(type: string, bytes: Buffer): string {
  return `data:${type};base64,${bytes.toString("base64")}`;
}

/** Runs in the page. */
async function compareInPage(sources: { readonly svg: string; readonly png: string; readonly share: number }): Promise<Comparison> {
  const load = async (source: string): Promise<HTMLImageElement> => {
    const image = Object.assign(new Image(), { src: source });
    await image.decode();
    return image;
  };
  const [svg, png] = [await load(sources.svg), await load(sources.png)];
  const { naturalWidth: width, naturalHeight: height } = png;
  const pixelsOf = (image: HTMLImageElement): Uint8ClampedArray => {
    const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    if (context === null) throw new Error("no 2D context");
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  };
  // What rounding does to a smoothed edge is less than this; ink on paper is far more.
  const VISIBLE = 64;
  const far = (data: Uint8ClampedArray, at: number, other: Uint8ClampedArray, otherAt: number): boolean =>
    [0, 1, 2, 3].some((channel) => Math.abs((data[at + channel] ?? 0) - (other[otherAt + channel] ?? 0)) > VISIBLE);
  const wanted = pixelsOf(png);
  const compare = (): Comparison => {
    const drawn = pixelsOf(svg);
    let [different, inked] = [0, 0];
    for (let at = 0; at < wanted.length; at += 4) {
      if (far(drawn, at, wanted, at)) different += 1;
      if (far(wanted, at, wanted, 0)) inked += 1;
    }
    return { width, height, different, inked };
  };
  const FRAMES = 60;
  let last = compare();
  for (let frame = 0; frame < FRAMES && last.different > sources.share * last.inked; frame += 1) {
    await new Promise(requestAnimationFrame);
    last = compare();
  }
  return last;
}
