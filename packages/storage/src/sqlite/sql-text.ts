// SQL text as statements: where each ends and which parameters it has. node:sqlite compiles only the first of several, and
// does not say how many parameters there are. The rule for the end of a statement is that of sqlite3_complete.

export type SqlStatement = {
  readonly text: string;
  /** By position: the name of a `:x`, `@x` or `$x`, undefined for `?`. A number in `?3` makes all up to it. */
  readonly parameters: readonly (string | undefined)[];
};

const TOKENS = [
  String.raw`(?<blank>\s+|--[^\n]*|/\*[^]*?(?:\*/|$))`,
  String.raw`'[^']*(?:'|$)|"[^"]*(?:"|$)|${"`[^`]*(?:`|$)"}|\[[^\]]*(?:\]|$)`,
  String.raw`(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
  String.raw`\d[\w.]*`,
  String.raw`(?<parameter>\?\d*|[:@$][\w$\u0080-\uffff]+)`,
  String.raw`(?<end>;)`,
  String.raw`[^]`,
].join("|");

/** What may follow: only the body of a trigger contains semicolons, and it ends with one, `END` and one. */
type Place = "start" | "explain" | "create" | "inside" | "trigger" | "trigger ;" | "trigger ; end";

const NEXT: Readonly<Record<Place, (word: string) => Place>> = {
  start: (word) => (word === "EXPLAIN" ? "explain" : word === "CREATE" ? "create" : "inside"),
  explain: (word) => (word === "CREATE" ? "create" : word === "QUERY" || word === "PLAN" ? "explain" : "inside"),
  create: (word) => (word === "TRIGGER" ? "trigger" : word === "TEMP" || word === "TEMPORARY" ? "create" : "inside"),
  inside: () => "inside",
  trigger: () => "trigger",
  "trigger ;": (word) => (word === "END" ? "trigger ; end" : "trigger"),
  "trigger ; end": () => "trigger",
};

/** The statements of a text, without those that are empty. */
export function statementsOf(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let start = 0;
  let place: Place = "start";
  let parameters: (string | undefined)[] = [];
  const finish = (end: number): void => {
    if (place !== "start") statements.push({ text: sql.slice(start, end), parameters });
    [start, place, parameters] = [end, "start", []];
  };
  for (const { 0: token, index, groups = {} } of sql.matchAll(new RegExp(TOKENS, "g"))) {
    if (groups["blank"] !== undefined) continue;
    if (groups["end"] === undefined) {
      place = NEXT[place]((groups["word"] ?? "").toUpperCase());
      if (groups["parameter"] !== undefined) note(token, parameters);
    } else if (place === "trigger" || place === "trigger ;") place = "trigger ;";
    else finish(index + 1);
  }
  finish(sql.length);
  return statements;
}

function note(parameter: string, parameters: (string | undefined)[]): void {
  if (!parameter.startsWith("?")) {
    if (!parameters.includes(parameter)) parameters.push(parameter);
    return;
  }
  const position = parameter === "?" ? parameters.length + 1 : Number(parameter.slice(1));
  while (parameters.length < Math.min(position, MAX_PARAMETERS)) parameters.push(undefined);
}

/** SQLite's own limit; it refuses a higher number. */
const MAX_PARAMETERS = 32_766;
