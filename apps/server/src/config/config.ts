// Reads the environment once, at start. Nothing else in this app looks at process.env.
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { nearestName } from "./nearest-name.ts";
import { type Config, type SettingKey, SETTINGS } from "./settings.ts";

export type Env = Readonly<Record<string, string | undefined>>;
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One sentence per wrong variable, all of them. */
  | { readonly ok: false; readonly problems: readonly string[] };

const KEYS = Object.keys(SETTINGS) as SettingKey[];
const NAMES = KEYS.map((key) => SETTINGS[key].env);
const DEFAULT_WEB_DIR = fileURLToPath(new URL("../../../web/dist", import.meta.url));

/** Parses and checks every setting. Unknown INKROOM_* names are errors: a typo must not pass for a default. */
export function readConfig(env: Env): ConfigResult {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const key of KEYS) {
    const { env: name, fallback, schema } = SETTINGS[key];
    const parsed = v.safeParse(schema, env[name] ?? fallback);
    if (parsed.success) values[key] = parsed.output;
    else problems.push(`${name} must be ${parsed.issues.map((issue) => issue.message).join(", ")}`);
  }
  for (const name of Object.keys(env)) {
    if (!name.startsWith("INKROOM_") || (NAMES as readonly string[]).includes(name)) continue;
    problems.push(
      `${name} is not a setting; did you mean ${nearestName(
        name,
        NAMES.filter((known) => known.startsWith("INKROOM_")),
      )}?`,
    );
  }
  if (problems.length > 0) return { ok: false, problems };
  if (values["webDir"] === "") values["webDir"] = DEFAULT_WEB_DIR;
  // reason: every key of SETTINGS was parsed by its own schema just above.
  return { ok: true, config: Object.freeze(values) as Config };
}

/** The settings in effect, one `NAME=value` per line. None of them is a secret. */
export function printConfig(config: Config): string {
  return KEYS.map((key) => `${SETTINGS[key].env}=${String(config[key])}`).join("\n");
}
