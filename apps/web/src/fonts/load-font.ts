// Fetches a font of the board before it is needed. The style sheets of the fonts name files; a browser fetches those that it uses.
import { cssFont, type FontName, PLAIN_FACE } from "@inkroom/shapes";

/** Longer nobody waits for a font: the letters of another one are shown until it has come, ms. */
const PATIENCE_MS = 2_000;

/** Resolves when the font is there, or after a while without it. Rejects where it cannot be had. */
export async function loadFont(font: FontName): Promise<void> {
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([document.fonts.load(cssFont({ ...PLAIN_FACE, font }, 16)), late]);
}
