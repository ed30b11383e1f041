// A schema for objects whose keys come from a fixed set and whose values depend on the key. Unlike valibot's `record`
// it refuses unknown keys (`__proto__` and `constructor` among them) instead of skipping them.
import * as v from "valibot";

/** `schemaOf(key)` gives the schema of a value, or undefined for a key that is not allowed. The output is a fresh object. */
export function knownKeys<T>(
  schemaOf: (key: string) => v.GenericSchema<unknown, T> | undefined,
): v.GenericSchema<unknown, Readonly<Record<string, T>>> {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isObject, "expected an object"),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const fresh: Record<string, T> = {};
      for (const [key, value] of Object.entries(dataset.value)) {
        const schema = schemaOf(key);
        const result = schema === undefined ? undefined : v.safeParse(schema, value, { abortEarly: true });
        if (!result?.success) {
          addIssue({ message: "unknown property or invalid value" });
          return NEVER;
        }
        fresh[key] = result.output;
      }
      return fresh;
    }),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
