// What a browser keeps of boards, as its own database has it.
import { expect, type Page } from "@playwright/test";

/** Rows that hold shapes. One that took long is there in more than one row; many that came at once are in one. */
export function keptRows(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("inkroom");
        opening.onsuccess = () => {
          const counting = opening.result.transaction("entries").objectStore("entries").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/**
 * Waits for the first shape in the browser's copy. It is brought up a little later than the room has saved; a page that is left before
 * then keeps what it had.
 */
export async function isKept(page: Page): Promise<void> {
  await expect.poll(() => keptRows(page)).toBeGreaterThan(0);
}
