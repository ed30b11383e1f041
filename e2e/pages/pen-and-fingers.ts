// A pen and fingers on a page, by the browser's own input events: Playwright's mouse is neither.
import type { Page } from "@playwright/test";

type Place = { readonly x: number; readonly y: number };
type Contact = Place & { /** CSS pixels. */ readonly radius: number };

export type PenAndFingers = {
  pen(type: "mousePressed" | "mouseMoved" | "mouseReleased", at: Place): Promise<unknown>;
  /** All contacts that there are after the event. */
  touch(type: "touchStart" | "touchMove" | "touchEnd", contacts: readonly Contact[]): Promise<unknown>;
  /** Two taps of a finger that follow each other as fast as a hand's, however slow the machine is. */
  doubleTap(contact: Contact): Promise<void>;
};

export async function penAndFingers(page: Page): Promise<PenAndFingers> {
  const browser = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", contacts: readonly Contact[], timestamp?: number): Promise<unknown> =>
    browser.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: contacts.map(({ x, y, radius }, id) => ({ x, y, id, radiusX: radius, radiusY: radius })),
      ...(timestamp !== undefined && { timestamp }),
    });
  return {
    pen: (type, at) =>
      browser.send("Input.dispatchMouseEvent", {
        type,
        ...at,
        pointerType: "pen",
        button: "left",
        buttons: type === "mouseReleased" ? 0 : 1,
        clickCount: 1,
        force: 0.4,
      }),
    touch: (type, contacts) => touch(type, contacts),
    async doubleTap(contact) {
      const start = Date.now() / 1_000;
      for (const tapS of [0, 0.15]) {
        await touch("touchStart", [contact], start + tapS);
        await touch("touchEnd", [], start + tapS + 0.05);
      }
    },
  };
}
