// A link as a QR code in the share popover: what a camera sees is read, and opens the board.
import type { Locator } from "@playwright/test";
import decodeQR from "qr/decode.js";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";

const codeOf = ({ page }: BoardPage): Locator => page.getByRole("img", { name: "QR code of the link" });

async function openCode(person: BoardPage): Promise<void> {
  await person.page.getByRole("button", { name: "Share" }).click();
  await person.page.getByRole("button", { name: "Show a QR code" }).click();
  await expect(codeOf(person)).toBeVisible();
}

/** What a camera that is pointed at the screen makes of it. */
async function scanned(person: BoardPage): Promise<string> {
  const picture = (await codeOf(person).screenshot({ animations: "disabled" })).toString("base64");
  const pixels = await person.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { width: image.width, height: image.height, data: [...data] };
  }, picture);
  return decodeQR({ ...pixels, data: Uint8ClampedArray.from(pixels.data) });
}

for (const theme of ["light", "dark"] as const)
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test("the code is that of the link, follows what the link allows, and opens the board", async ({ join, person, board }) => {
      const ana = await join();
      await openCode(ana);
      expect(await scanned(ana)).toBe(board.editUrl);
      await ana.page.getByRole("radio", { name: "Can view" }).click();
      const field = ana.page.getByRole("textbox", { name: "Link", exact: true });
      await expect(field).not.toHaveValue(board.editUrl);
      await expect(codeOf(ana)).toBeVisible();
      const link = await scanned(ana);
      expect(link).toBe(await field.inputValue());
      const guest = await (await person()).open(link);
      await expect(guest.status).toHaveText("View only");
      await ana.page.getByRole("button", { name: "Show a QR code" }).click();
      await expect(codeOf(ana)).toHaveCount(0);
    });
  });

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the code fits on the screen", async ({ join }) => {
    const ana = await join();
    await openCode(ana);
    await expect(codeOf(ana)).toBeInViewport({ ratio: 1 });
    await ana.page.getByRole("button", { name: "Copy link" }).scrollIntoViewIfNeeded();
    await expect(ana.page.getByText("Point a phone’s camera at it to open the board.")).toBeInViewport({ ratio: 1 });
  });
});
