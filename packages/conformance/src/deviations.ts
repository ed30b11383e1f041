// The list of intended differences that people read, as the suite reads it.
import { readFileSync } from "node:fs";

const ROW = /^\| `([^`]+)` \| (.+) \|$/;

/** Cases in which rooms on Node differ from partyserver, and those of them in which rooms on Durable Objects do not. */
type Section = "Conformance cases" | "Conformance cases on Durable Objects";

/** Case ids and reasons in the table of packages/rooms/DEVIATIONS.md under `section`. */
export function listedDeviations(section: Section): ReadonlyMap<string, string> {
  const text = readFileSync(new URL("../../rooms/DEVIATIONS.md", import.meta.url), "utf8");
  const [, table = ""] = text.split(`\n## ${section}\n`);
  const rows = table.split("\n## ")[0]?.split("\n") ?? [];
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const [, id, reason] = ROW.exec(row) ?? [];
      return id === undefined || reason === undefined ? [] : [[id, reason]];
    }),
  );
}
