// What in a text takes a press of its own: check boxes, and links.
import { type Box, boxContainsPoint, expandBox, type Vec } from "@inkroom/geometry";
import type { LineMeasurer } from "../shape-kind.ts";
import { hasLinks, linksIn } from "./link.ts";
import { stretchBox, stretchesOf } from "./link-stretch.ts";
import { hasItems } from "./list-item.ts";
import { checkSide, signCenter } from "./marker-items.ts";
import { placedLines } from "./placed-line.ts";
import type { TextBlock } from "./text-block.ts";

/** Where they are, local space. */
export type TextMarks = {
  /** `offset`: where the item's line begins in the text. */
  readonly checks: readonly { readonly center: Vec; readonly offset: number }[];
  readonly links: readonly { readonly box: Box; readonly href: string }[];
  /** Side of a check box, page units. */
  readonly side: number;
};

/** Undefined for a text that has neither, which is told by a glance at its letters. */
export function textMarks(block: TextBlock, measureLine: LineMeasurer): TextMarks | undefined {
  const { text, fontSize, face } = block;
  if (!hasItems(text) && !hasLinks(text)) return undefined;
  const lines = placedLines(block, measureLine);
  const links = linksIn(text);
  const widthOf = (letters: string): number => measureLine(letters, fontSize, face);
  return {
    side: checkSide(fontSize),
    checks: lines.flatMap((line) => {
      const center = line.mark?.item.kind === "check" ? signCenter(line, fontSize) : undefined;
      return center === undefined ? [] : [{ center, offset: line.start }];
    }),
    links: lines.flatMap((line) =>
      stretchesOf(line, links).flatMap((stretch) =>
        stretch.href === undefined ? [] : [{ box: stretchBox(line, stretch, widthOf), href: stretch.href }],
      ),
    ),
  };
}

/** Offset of the line whose check box is at a point, or nearest to it within `slack`; local space, page units. */
export function checkAt({ checks, side }: TextMarks, { x, y }: Vec, slack: number): number | undefined {
  const reach = side / 2 + slack;
  const away = ({ center }: TextMarks["checks"][number]): number => Math.max(Math.abs(center.x - x), Math.abs(center.y - y));
  return checks.filter((check) => away(check) <= reach).sort((a, b) => away(a) - away(b))[0]?.offset;
}

/** What the link at a point leads to. */
export function linkAt({ links }: TextMarks, point: Vec, slack: number): string | undefined {
  return (links.find(({ box }) => boxContainsPoint(box, point)) ?? links.find(({ box }) => boxContainsPoint(expandBox(box, slack), point)))
    ?.href;
}
