// Shapes as positional arrays: [kind number, fields in the order of the wire table].
import type { Shape } from "@inkroom/shapes";
import { isPlainProp, KIND_FIELDS, LATER_FIELDS, packValue, unpackValue } from "./wire-props.ts";

/**
 * Shapes are filled into copies of these. An object that is given its fields one by one under changing names becomes a hash
 * table in V8, several times as large and as slow to read; parsed JSON has the form of an object literal.
 */
const BLANKS: readonly Readonly<Record<string, unknown>>[] = KIND_FIELDS.map(([kind, fields]) =>
  JSON.parse(JSON.stringify({ kind, ...Object.fromEntries(fields.map((field) => [field, null])) })),
);
const PLAIN_FIELDS: readonly (readonly boolean[])[] = KIND_FIELDS.map(([, fields]) => fields.map(isPlainProp));
const NUMBER_OF_KIND: ReadonlyMap<string, number> = new Map(KIND_FIELDS.map(([kind], number) => [kind, number]));

export function packShape(shape: Shape): readonly unknown[] {
  const number = NUMBER_OF_KIND.get(shape.kind) ?? -1;
  const fields = KIND_FIELDS[number]?.[1];
  if (fields === undefined) throw new Error("a shape kind is missing from the wire table");
  const values: Readonly<Record<string, unknown>> = shape;
  const packed: unknown[] = [number];
  for (const field of fields) packed.push(packValue(field, values[field]));
  for (let last = fields.length - 1; isUnchanged(fields[last], values); last -= 1) packed.pop();
  return packed;
}

/** A fresh object with known keys only, to be validated; undefined for what is no shape at all. */
export function unpackShape(packed: unknown): unknown {
  if (!Array.isArray(packed) || typeof packed[0] !== "number") return undefined;
  const fields = KIND_FIELDS[packed[0]]?.[1];
  const plain = PLAIN_FIELDS[packed[0]];
  if (fields === undefined || plain === undefined || packed.length > fields.length + 1) return undefined;
  const shape: Record<string, unknown> = { ...BLANKS[packed[0]] };
  // Boards are opened through here: most fields are plain, and are not looked up one by one.
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i] as string; // reason: within the list
    const value: unknown = packed[i + 1];
    if (i + 1 < packed.length) {
      shape[field] = plain[i] === true && typeof value !== "object" ? value : unpackValue(field, value);
      // A schema would take what is missing for what is not said.
      if (shape[field] === undefined) return undefined;
    } else if (LATER_FIELDS.has(field)) shape[field] = LATER_FIELDS.get(field);
    else return undefined;
  }
  return shape;
}

/** True for a later field with the value of shapes that were written before there was such a field. */
function isUnchanged(field: string | undefined, values: Readonly<Record<string, unknown>>): boolean {
  return field !== undefined && LATER_FIELDS.has(field) && values[field] === LATER_FIELDS.get(field);
}
