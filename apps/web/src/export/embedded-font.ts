// The board's font as CSS that a file can carry: those of its parts that some text needs, as data.
import { type Shape, FONT_FAMILY, hasText } from "@inkroom/shapes";

type FontPart = { readonly range: string; readonly weight: string; readonly address: string };

const FAMILY = (FONT_FAMILY.split(",")[0] ?? "").replaceAll('"', "");

/** Rejects where a part cannot be fetched. Empty for shapes without text. */
export async function embeddedFontCss(shapes: readonly Shape[]): Promise<string> {
  const signs = new Set(
    shapes.flatMap((shape) => (hasText(shape) ? [...shape.text, ...(shape.kind === "note" ? `${shape.author}…` : "")] : [])),
  );
  const points = [...signs].map((sign) => sign.codePointAt(0) ?? 0);
  const parts = [...fontParts()].filter(({ range }) => points.some((point) => isInRange(range, point)));
  return (await Promise.all(parts.map(ruleOf))).join("");
}

async function ruleOf({ range, weight, address }: FontPart): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the font answered ${response.status}`);
  const source = `url(${await dataUrl(await response.blob())}) format("woff2")`;
  return `@font-face{font-family:"${FAMILY}";font-weight:${weight};unicode-range:${range};src:${source}}`;
}

function dataUrl(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    // reason: readAsDataURL gives a string.
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error("the font could not be read"));
    reader.readAsDataURL(blob);
  });
}

/** As the page's own style sheets name them. */
function* fontParts(): Generator<FontPart> {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule) || rule.style.getPropertyValue("font-family").replaceAll(/["']/g, "") !== FAMILY) continue;
      const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
      const url = address === undefined ? null : URL.parse(address, sheet.href ?? document.baseURI);
      if (url === null) continue;
      yield {
        range: rule.style.getPropertyValue("unicode-range"),
        weight: rule.style.getPropertyValue("font-weight"),
        address: url.href,
      };
    }
  }
}

/** `range` as CSS writes it: "U+0-FF, U+131". */
export function isInRange(range: string, point: number): boolean {
  return range.split(",").some((part) => {
    const [, from = "", to = from] = /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/i.exec(part) ?? [];
    return Number.parseInt(from, 16) <= point && point <= Number.parseInt(to, 16);
  });
}
