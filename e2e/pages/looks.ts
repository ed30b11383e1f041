// Pictures of what is seen, in both themes, compared with those kept in e2e/looks. After a change that is meant to be seen:
// npm test -- e2e specs/looks --update-snapshots, and look at the pictures before they are committed.
import { readFileSync, writeFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "./board-page.ts";

const VERSION_FILE = new URL("../looks/chromium.txt", import.meta.url);
/** Edges of letters and curves differ a little from machine to machine; a bar or a panel that is not in its place differs more. */
const TOLERANCE = { maxDiffPixelRatio: 0.006, threshold: 0.25 };
/** The one in which things are opened comes last. */
const THEMES = ["dark", "light"] as const;
/** A phone in a hand. */
export const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

/** Leaves a file's tests out where the kept pictures are of another browser: it draws letters and shadows otherwise. */
export function ofOneChromium(): void {
  test.beforeAll(({ browser }, { config }) => {
    const version = browser.version();
    if (config.updateSnapshots === "all" || config.updateSnapshots === "changed") writeFileSync(VERSION_FILE, `${version}\n`);
    const made = readFileSync(VERSION_FILE, "utf8").trim();
    const why = `the pictures in e2e/looks are of Chromium ${made}, this is ${version}`;
    test.skip(made !== version, why); // wait reason: left out by another build only, which says so
  });
}

/** The person is the same at each run. */
export async function asAda(person: BoardPage): Promise<BoardPage> {
  await person.page.addInitScript(() => localStorage.setItem("inkroom.profile", JSON.stringify({ name: "Ada Lovelace", color: "teal" })));
  return person;
}

type Part = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type LookOptions = {
  /** What the picture is of; the whole screen where nothing is said. CSS pixels. */
  readonly of?: Locator | Part;
  /** What is another at each run: covered in the picture. */
  readonly without?: Locator;
};

/** What is seen now looks as it is kept under this name, in the dark and then in the light. */
export async function looks(page: Page, name: string, { of, without }: LookOptions = {}): Promise<void> {
  const options = {
    ...TOLERANCE,
    animations: "disabled",
    caret: "hide",
    mask: without === undefined ? [] : [without],
    maskColor: "#808080",
  } as const;
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await page.evaluate(() => document.fonts.ready);
    const file = `${name}-${theme}.png`;
    if (of === undefined) await expect(page).toHaveScreenshot(file, options);
    else if ("width" in of) await expect(page).toHaveScreenshot(file, { ...options, clip: of });
    else await expect(of).toHaveScreenshot(file, options);
  }
}
