// Settings of the Worker, as text in its variables. Names and forms are those of apps/server.
import { origin, origins, whole, word } from "@inkroom/board-access";
import * as v from "valibot";

/** `fallback` is the text that stands in where the variable is unset. docs/edge.md is tested against this table. */
export const SETTINGS = {
  publicUrl: { env: "INKROOM_PUBLIC_URL", fallback: "", schema: origin },
  allowedOrigins: { env: "INKROOM_ALLOWED_ORIGINS", fallback: "", schema: origins },
  examples: { env: "INKROOM_EXAMPLES", fallback: "off", schema: word(["on", "off"]) },
  ticketMs: { env: "INKROOM_TICKET_MS", fallback: "30000", schema: whole(100, 600_000) },
  boardsPerHour: { env: "INKROOM_BOARDS_PER_HOUR", fallback: "120", schema: whole(0, 1_000_000) },
  ticketFailuresPerMinute: { env: "INKROOM_TICKET_FAILURES_PER_MINUTE", fallback: "60", schema: whole(0, 1_000_000) },
  ticketsPerMinute: { env: "INKROOM_TICKETS_PER_MINUTE", fallback: "3000", schema: whole(1, 1_000_000) },
} as const;

type Key = keyof typeof SETTINGS;
export type Settings = { readonly [K in Key]: v.InferOutput<(typeof SETTINGS)[K]["schema"]> };

/** The variables as settings. Throws Error that names every variable with a wrong value. */
export function readSettings(vars: Readonly<Record<string, unknown>>): Settings {
  const problems: string[] = [];
  const read = Object.entries(SETTINGS).map(([key, { env, fallback, schema }]) => {
    const result = v.safeParse(schema, vars[env] ?? fallback);
    if (!result.success) problems.push(`${env} must be ${result.issues[0].message}`);
    return [key, result.output] as const;
  });
  if (problems.length > 0) throw new Error(problems.join("; "));
  // reason: each key has been read by its own schema.
  return Object.fromEntries(read) as Settings;
}
