// The properties of all shape kinds in one table: which names exist, and which values a name may take in which kind.
import { type KindName, kindByName, shapeSchema } from "@inkroom/shapes";
import * as v from "valibot";

type PropSchema = v.GenericSchema<unknown, unknown>;
type KindProps = {
  readonly settable: ReadonlySet<string>;
  readonly groups: readonly (readonly string[])[];
  readonly schemas: ReadonlyMap<string, PropSchema>;
};

const KINDS: ReadonlyMap<string, KindProps> = new Map(
  shapeSchema.options.map((option) => {
    const name = option.entries.kind.literal;
    const { settable, groups } = kindByName(name);
    return [name, { settable, groups, schemas: new Map<string, PropSchema>(Object.entries(option.entries)) }];
  }),
);

/** Every property name of any kind, the ones no op may write included. */
export const PROP_NAMES: ReadonlySet<string> = new Set([...KINDS.values()].flatMap((kind) => [...kind.schemas.keys()]));

/** Per settable name the schemas that its kinds use for it, without repeats. */
const SETTABLE: ReadonlyMap<string, readonly PropSchema[]> = collectSettable();

/** The schema of a settable property as far as it is known without the kind; undefined for a name that `set` never writes. */
export function settableSchema(prop: string): PropSchema | undefined {
  const schemas = SETTABLE.get(prop);
  return schemas === undefined || schemas.length === 1 ? schemas?.[0] : v.union([...schemas]);
}

/** True where a `set` op may write this property of this kind. */
export function isSettable(kind: KindName, prop: string): boolean {
  return KINDS.get(kind)?.settable.has(prop) ?? false;
}

/** True where a kind takes this value for a settable property; the value has passed settableSchema. */
export function isValueOf(kind: KindName, prop: string, value: unknown): boolean {
  const schema = KINDS.get(kind)?.schemas.get(prop);
  if (schema === undefined || !isSettable(kind, prop)) return false;
  return SETTABLE.get(prop)?.length === 1 || v.is(schema, value);
}

/** The groups of a kind whose members may only be written together. */
export function groupsOf(kind: KindName): readonly (readonly string[])[] {
  return KINDS.get(kind)?.groups ?? [];
}

function collectSettable(): ReadonlyMap<string, readonly PropSchema[]> {
  const table = new Map<string, Set<PropSchema>>();
  for (const kind of KINDS.values()) {
    for (const prop of kind.settable) {
      const schema = kind.schemas.get(prop);
      if (schema === undefined) continue;
      const known = table.get(prop) ?? new Set();
      table.set(prop, known.add(schema));
    }
  }
  return new Map([...table].map(([prop, schemas]) => [prop, [...schemas]]));
}
