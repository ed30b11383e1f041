// The links in a line of text, which may be parts of one that was wrapped, and where they stand.
import type { Box } from "@inkroom/geometry";
import { FROM_RIGHT } from "./layout.ts";
import type { TextLink } from "./link.ts";
import type { PlacedLine } from "./placed-line.ts";

/** A part of a line. `from`: its place in the line's letters. */
export type Stretch = { readonly text: string; readonly from: number; readonly href?: string };

/** All of a line, in parts: what belongs to a link, and what lies between. */
export function stretchesOf(line: PlacedLine, links: readonly TextLink[]): readonly Stretch[] {
  const { shown: text, from } = line;
  const stretches: Stretch[] = [];
  let end = 0;
  const add = (to: number, href?: string): void => {
    if (to > end) stretches.push({ text: text.slice(end, to), from: end, ...(href !== undefined && { href }) });
    end = Math.max(end, to);
  };
  for (const { from: first, to, href } of links) {
    const [start, stop] = [Math.max(0, first - from), Math.min(text.length, to - from)];
    if (start >= stop || !standsApart(line, start, stop)) continue;
    add(start);
    add(stop, href);
  }
  add(text.length);
  return stretches;
}

/** Around its letters, local space. */
export function stretchBox({ box, shown, isRtl }: PlacedLine, { from, text: part }: Stretch, widthOf: (letters: string) => number): Box {
  const before = widthOf(shown.slice(0, from));
  const w = widthOf(shown.slice(0, from + part.length)) - before;
  return { ...box, x: isRtl ? box.x + box.w - before - w : box.x + before, w };
}

/**
 * In a line that is read from the right, letters that are read from the left stand in their own order: with such beside it, a link
 * cannot be set apart, and looks as the rest does.
 */
function standsApart({ shown: text, isRtl }: PlacedLine, start: number, stop: number): boolean {
  if (!isRtl) return true;
  const before = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(text.slice(0, start))?.[0];
  const after = /[\p{L}\p{N}]/u.exec(text.slice(stop))?.[0];
  return [before, after].every((letter) => letter === undefined || FROM_RIGHT.test(letter));
}
