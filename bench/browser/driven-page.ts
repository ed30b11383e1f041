// A page that Playwright drives, with real wheel and pointer events, and whose frames are recorded.
import type { Browser } from "@playwright/test";
import type { OpeningPage } from "./bare-page.ts";
import { installRecorder } from "./frames.ts";
import { type DrivenPage, VIEW } from "./phases.ts";
import type { Product } from "./products.ts";

/** Opens the product in an empty page of the size that all are measured at, and waits until all of it is there. */
export async function drive(browser: Browser, product: Product): Promise<DrivenPage> {
  const context = await browser.newContext({ viewport: VIEW });
  const page = await context.newPage();
  await installRecorder(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable");
  const opening: OpeningPage = {
    addInitScript: async (script, given) => void (await page.addInitScript(script as (given: unknown) => void, given)),
    goto: async (url) => void (await page.goto(url)),
    evaluate: <Given, Result>(work: (given: Given) => Promise<Result>, given: Given) =>
      page.evaluate(work as (given: unknown) => Promise<Result>, given),
  };
  await product.open(opening);
  return { page, cdp, ...product.actions(page) };
}
