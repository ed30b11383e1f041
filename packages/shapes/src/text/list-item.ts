// Lists in a text: a line that begins with a marker is an item. The marker is letters as all others, so that a list merges, is
// found and is copied as a text is.

export type ItemKind = "bullet" | "number" | "check";

/** An item by its own line. */
export type ParsedItem = {
  readonly kind: ItemKind;
  /** Spaces and tabs before the marker. */
  readonly indent: string;
  /** With the space behind it. */
  readonly marker: string;
  /** Of a numbered item. */
  readonly n: number;
  /** Of a check item: is it ticked? */
  readonly isDone: boolean;
};
export type ListItem = ParsedItem & {
  /** How deep it lies, from 0. */
  readonly level: number;
  /** The numbered items that it continues, from the first one on, and those that continue it: one array for all of them. */
  readonly row: readonly ListItem[];
};

/** Spaces that stand in for a tab. */
export const INDENT_COLUMNS = 4;
/** Items lie no deeper. */
export const MAX_LEVEL = 8;

// More than one letter in the brackets: several people have ticked it at once.
const ITEM = /^([ \t]*)((?:[-*•] )?\[([ xX]{1,4})\] |[-*•] |(\d{1,3})[.)] )/;
const ANY_ITEM = /^[ \t]*(?:[-*•]|\d{1,3}[.)]|\[[ xX]{1,4}\]) /m;

/** Is there an item in this text? Cheap: most texts have none, and are laid out without looking further. */
export function hasItems(text: string): boolean {
  return ANY_ITEM.test(text);
}

/** Is there one with a box to tick? */
export function hasCheckItems(text: string): boolean {
  return hasItems(text) && text.split("\n").some((line) => itemOf(line)?.kind === "check");
}

export function itemOf(line: string): ParsedItem | undefined {
  const [, indent, marker, ticks, digits] = ITEM.exec(line) ?? [];
  if (indent === undefined || marker === undefined) return undefined;
  const kind = ticks !== undefined ? "check" : digits !== undefined ? "number" : "bullet";
  return { kind, indent, marker, n: Number(digits ?? 0), isDone: ticks?.toLowerCase().includes("x") === true };
}

/** Offset in its line at which what an item says begins. */
export function contentStart({ indent, marker }: Pick<ParsedItem, "indent" | "marker">): number {
  return indent.length + marker.length;
}

/** How many columns an indent is wide: a tab goes on to the next multiple of four. */
export function columnsOf(indent: string): number {
  let columns = 0;
  for (const letter of indent) columns = letter === "\t" ? columns - (columns % INDENT_COLUMNS) + INDENT_COLUMNS : columns + 1;
  return columns;
}

type Branch = { readonly columns: number; readonly level: number; row: ListItem[] };

/**
 * The items among the lines of a text, by line. Four columns are a level; whoever indents by less means one level too. A line
 * without a marker ends a list.
 */
export function itemsOf(lines: readonly string[]): readonly (ListItem | undefined)[] {
  let branches: Branch[] = [];
  return lines.map((line) => {
    const parsed = itemOf(line);
    branches = parsed === undefined ? [] : branchesFor(branches, columnsOf(parsed.indent));
    const branch = branches.at(-1);
    if (parsed === undefined || branch === undefined) return undefined;
    if (parsed.kind !== "number") branch.row = [];
    const item: ListItem = { ...parsed, level: branch.level, row: parsed.kind === "number" ? branch.row : [] };
    if (parsed.kind === "number") branch.row.push(item);
    return item;
  });
}

/** Those that an item at these columns lies in, its own last. */
function branchesFor(branches: readonly Branch[], columns: number): Branch[] {
  const outer = branches.filter((branch) => branch.columns <= columns);
  const last = outer.at(-1);
  if (last?.columns === columns) return outer;
  const more = Math.floor((columns - (last?.columns ?? 0)) / INDENT_COLUMNS);
  const level = last === undefined ? more : last.level + Math.max(1, more);
  return [...outer, { columns, level: Math.min(MAX_LEVEL, level), row: [] }];
}
