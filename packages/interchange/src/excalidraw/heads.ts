// The heads of arrows by the names that Excalidraw has for them, those of older files included.
import { HEAD_NAMES, type HeadName } from "@inkroom/shapes";

const NAMES: Readonly<Record<Exclude<HeadName, "none">, string>> = {
  arrow: "arrow",
  open: "arrow",
  triangle: "triangle",
  "triangle-outline": "triangle_outline",
  dot: "circle",
  "dot-outline": "circle_outline",
  diamond: "diamond",
  "diamond-outline": "diamond_outline",
  bar: "bar",
  one: "cardinality_one",
  many: "cardinality_many",
  "one-or-many": "cardinality_one_or_many",
  "exactly-one": "cardinality_exactly_one",
  "zero-or-one": "cardinality_zero_or_one",
  "zero-or-many": "cardinality_zero_or_many",
};

/** Null for none. */
export function excalidrawHead(head: HeadName): string | null {
  return head === "none" ? null : NAMES[head];
}

/** Undefined for a name that no head here has. */
export function headOfExcalidraw(name: string | null): HeadName | undefined {
  if (name === null) return "none";
  const now = name === "dot" ? "circle" : name.replace("crowfoot_", "cardinality_");
  return HEAD_NAMES.find((head) => head !== "none" && NAMES[head] === now);
}
