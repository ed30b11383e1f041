// The list of intended differences that people read, as the suite reads it.
import { readFileSync } from "node:fs";

const ROW = /^\| `([^`]+)` \| (.+) \|$/;

/** Case ids and reasons in the table of packages/rooms/DEVIATIONS.md under "Conformance cases". */
export function listedDeviations(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL("../../rooms/DEVIATIONS.md", import.meta.url), "utf8");
  const [, section = ""] = text.split("\n## Conformance cases\n");
  const rows = section.split("\n## ")[0]?.split("\n") ?? [];
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const [, id, reason] = ROW.exec(row) ?? [];
      return id === undefined || reason === undefined ? [] : [[id, reason]];
    }),
  );
}
