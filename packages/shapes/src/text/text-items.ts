// What the words on a shape look like. Most have no lists and no links: those are known by a glance at the letters.
import type { Paint, PathItem, TextItem } from "../display-list.ts";
import { isCustomColor } from "../style.ts";
import { polylinePath } from "../polyline-path.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { baselineOffset, LINE_HEIGHT } from "./font.ts";
import { layoutText, roughly } from "./layout.ts";
import { hasLinks, linksIn } from "./link.ts";
import { stretchBox, stretchesOf } from "./link-stretch.ts";
import { hasItems } from "./list-item.ts";
import { signItems } from "./marker-items.ts";
import { type PlacedLine, placedLines } from "./placed-line.ts";
import { ALIGN_SHARES, blockFont, firstLineTop, shownPart, type TextBlock } from "./text-block.ts";

/** The line under a link: how far below the baseline, and how thick, in shares of the font size. */
const UNDERLINE = { below: 0.13, width: 0.06 } as const;

/** Nothing where nothing is written. */
export function textItems(block: TextBlock, measureLine?: LineMeasurer): readonly (TextItem | PathItem)[] {
  const { text, box, fontSize, align, face, paint } = block;
  if (text === "") return [];
  if (hasItems(text) || hasLinks(text)) return markedItems(block, measureLine);
  const x = box.x + box.w * ALIGN_SHARES[align];
  const laid = layoutText(text, blockFont(block), measureLine);
  const top = firstLineTop(block, laid.length) + baselineOffset(fontSize, face.font);
  return [false, true].flatMap((isRtl): readonly TextItem[] => {
    const lines = laid.flatMap((line, i) =>
      line.isRtl === isRtl ? [{ text: shownPart(block, line.text), x, y: top + i * LINE_HEIGHT * fontSize }] : [],
    );
    return lines.length === 0 ? [] : [{ kind: "text", lines, fontSize, align, face, paint, ...(isRtl && { isRtl }) }];
  });
}

type Piece = TextItem["lines"][number] & Pick<TextItem, "isRtl" | "href">;

function markedItems(block: TextBlock, measureLine: LineMeasurer = roughly): readonly (TextItem | PathItem)[] {
  const { text, fontSize, face, paint } = block;
  const widthOf = (letters: string): number => measureLine(letters, fontSize, face);
  const linkPaint = linkPaintOn(paint);
  const pieces: Piece[] = [];
  const paths: PathItem[] = [];
  const links = linksIn(text);
  for (const line of placedLines(block, measureLine)) {
    paths.push(...signItems(line, fontSize, paint));
    pieces.push(...numberPieces(line));
    for (const stretch of stretchesOf(line, links)) {
      const { x, w } = stretchBox(line, stretch, widthOf);
      pieces.push({ ...stretch, x: line.isRtl ? x + w : x, y: line.y, isRtl: line.isRtl });
      if (stretch.href !== undefined) paths.push(underline({ x, w, y: line.y }, fontSize, linkPaint));
    }
  }
  const groups = [...Map.groupBy(pieces, ({ isRtl, href }) => `${isRtl} ${href}`).values()];
  const texts = groups.map((group): TextItem => {
    const { isRtl, href } = group[0] as Piece; // reason: no group is empty
    const lines = group.map(({ text: letters, x, y }) => ({ text: letters, x, y }));
    const look = {
      kind: "text",
      lines,
      fontSize,
      align: isRtl ? "right" : "left",
      face,
      paint: href === undefined ? paint : linkPaint,
    } as const;
    return { ...look, ...(isRtl && { isRtl }), ...(href !== undefined && { href }) };
  });
  return [...paths, ...texts];
}

/** The number of a numbered item, up against what the item says. */
function numberPieces({ mark, isRtl, side, y }: PlacedLine): readonly Piece[] {
  if (mark?.item.kind !== "number") return [];
  const away = mark.at + mark.room - mark.w;
  return [{ text: mark.item.marker.trimEnd(), x: isRtl ? side - away : side + away, y, isRtl }];
}

function underline({ x, w, y }: { readonly x: number; readonly w: number; readonly y: number }, fontSize: number, paint: Paint): PathItem {
  const at = y + UNDERLINE.below * fontSize;
  return { kind: "path", path: polylinePath([x, at, x + w, at]), stroke: { paint, width: UNDERLINE.width * fontSize } };
}

/** On a solid fill, and on a note of any colour, a link is told by its line alone: the ground may be of its colour. */
function linkPaintOn(paint: Paint): Paint {
  const isOnColor = paint.shade === "contrast" || (paint.shade === "onPaper" && isCustomColor(paint.color));
  return isOnColor ? paint : { ...paint, shade: "link" };
}
