// What a person sees of a page, pixel by pixel: a picture of the screen, panels and all.
import type { Page } from "@playwright/test";

type Place = { readonly x: number; readonly y: number };

/** The colours at these places of the screen, CSS pixels, each as "r,g,b". */
export async function coloursAt(page: Page, places: readonly Place[]): Promise<readonly string[]> {
  const picture = await page.screenshot();
  return page.evaluate(
    async ({ bytes, at }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      if (context === null) throw new Error("no 2D context");
      context.drawImage(bitmap, 0, 0);
      const scale = bitmap.width / window.innerWidth;
      return at.map(({ x, y }) => [...context.getImageData(x * scale, y * scale, 1, 1).data.slice(0, 3)].join());
    },
    { bytes: picture.toString("base64"), at: places },
  );
}
