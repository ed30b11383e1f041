// The board's fonts as CSS that a file can carry: those of their parts that some text needs, as data.
import { fontFamily, type FontName, hasText, PLAIN_FACE, type Shape } from "@inkroom/shapes";
import { dataAddress } from "../host/data-address.ts";

type FontPart = { readonly family: string; readonly range: string; readonly weight: string; readonly address: string };

/** The name of a font's own files in a CSS font-family list. */
const ownName = (families: string): string => (families.split(",")[0] ?? "").replaceAll(/["']/g, "");

/** Rejects where a part cannot be fetched. Empty for shapes without text. */
export async function embeddedFontCss(shapes: readonly Shape[]): Promise<string> {
  const points = new Map<string, Set<number>>();
  const use = (font: FontName, signs: string): void => {
    const family = ownName(fontFamily(font));
    const known = points.get(family) ?? new Set();
    for (const sign of signs) known.add(sign.codePointAt(0) ?? 0);
    points.set(family, known);
  };
  for (const shape of shapes) {
    if (!hasText(shape)) continue;
    use(shape.font, shape.text);
    if (shape.kind === "card") use(PLAIN_FACE.font, `${shape.link}${shape.link.toUpperCase()}${shape.text.toUpperCase()}…#`);
    if (shape.kind === "note") use(PLAIN_FACE.font, `${shape.author}…`);
  }
  const parts = [...fontParts()].filter(({ family, range }) => [...(points.get(family) ?? [])].some((point) => isInRange(range, point)));
  return (await Promise.all(parts.map(ruleOf))).join("");
}

async function ruleOf({ family, range, weight, address }: FontPart): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the font answered ${response.status}`);
  const source = `url(${await dataAddress(await response.blob())}) format("woff2")`;
  return `@font-face{font-family:"${family}";font-weight:${weight};unicode-range:${range};src:${source}}`;
}

/** As the page's own style sheets name them. */
function* fontParts(): Generator<FontPart> {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
      const url = address === undefined ? null : URL.parse(address, sheet.href ?? document.baseURI);
      if (url === null) continue;
      yield {
        family: ownName(rule.style.getPropertyValue("font-family")),
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
