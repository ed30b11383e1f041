// The four things that are measured, done with real wheel and pointer events. The same for every product.
import type { CDPSession, Page } from "@playwright/test";
import { type FrameReport, recordFrames } from "./frames.ts";

/** A page that a product is open in, and what all that are measured do in it. */
export type DrivenPage = {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Takes the tool that draws. */
  selectPen(): Promise<void>;
  /** Twenty people begin to draw in view; the result stops them. */
  startOthers(): Promise<() => Promise<void>>;
};

export const VIEW = { width: 1_440, height: 900 };
const PHASE_MS = 3_000;
const CENTER = { x: VIEW.width / 2, y: VIEW.height / 2 };
const EVENT_EVERY_MS = 1_000 / 60;

/** Calls `step` at the rate of a screen for the length of a phase; slower where the page is. */
async function atScreenRate(step: (i: number) => Promise<void>): Promise<void> {
  const startMs = performance.now();
  for (let i = 0; performance.now() - startMs < PHASE_MS; i += 1) {
    await step(i);
    const dueMs = startMs + (i + 1) * EVENT_EVERY_MS;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
  }
}

export async function pan({ page, cdp }: DrivenPage): Promise<FrameReport> {
  await page.mouse.move(CENTER.x, CENTER.y);
  return recordFrames(page, cdp, () => atScreenRate((i) => page.mouse.wheel(i % 120 < 60 ? 14 : -14, i % 60 < 30 ? 9 : -9)));
}

export async function zoom({ page, cdp }: DrivenPage): Promise<FrameReport> {
  await page.mouse.move(CENTER.x, CENTER.y);
  await page.keyboard.down("Control");
  const report = await recordFrames(page, cdp, () => atScreenRate((i) => page.mouse.wheel(0, i % 100 < 50 ? 12 : -12)));
  await page.keyboard.up("Control");
  return report;
}

export async function draw(driven: DrivenPage): Promise<FrameReport> {
  const { page, cdp } = driven;
  await driven.selectPen();
  await page.mouse.move(300, 300);
  return recordFrames(page, cdp, async () => {
    let isDown = false;
    await atScreenRate(async (i) => {
      const at = i % 60;
      if (at === 0) {
        if (isDown) await page.mouse.up();
        await page.mouse.move(300 + (i / 60) * 40, 250);
        await page.mouse.down();
        isDown = true;
      } else await page.mouse.move(300 + (i / 60) * 40 + at * 6, 300 + 60 * Math.sin(at / 6));
    });
    if (isDown) await page.mouse.up();
  });
}

export async function others(driven: DrivenPage): Promise<FrameReport> {
  const { page, cdp } = driven;
  const stop = await driven.startOthers();
  const report = await recordFrames(page, cdp, () => new Promise((resolve) => setTimeout(resolve, PHASE_MS)));
  await stop();
  return report;
}
