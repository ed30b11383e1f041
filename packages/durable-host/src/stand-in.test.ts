// This package stands in for `@inkroom/rooms` in a bundle: it must have every value that the rooms served there import.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const ROOMS = ["packages/board-room/src/**/*.ts", "examples/*/room.ts", "apps/edge/src/**/*.ts"];

/** Names of values in an import or export list; types leave no trace in a bundle. */
function valuesIn(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
}

function lists(source: string, form: RegExp): string[] {
  return [...source.matchAll(form)].flatMap(([, list = ""]) => valuesIn(list));
}

it("has every value that rooms of ours import from rooms", () => {
  const offered = new Set(lists(readFileSync(join(import.meta.dirname, "index.ts"), "utf8"), /export \{([^}]*)\} from/g));
  const files = globSync(ROOMS, { cwd: ROOT }).filter((file) => !/\.test\.ts$|\/testing\//.test(file));
  const wanted = files.flatMap((file) =>
    lists(readFileSync(join(ROOT, file), "utf8"), /import \{([^}]*)\} from "@inkroom\/rooms"/g).map((name) => ({ file, name })),
  );
  expect(wanted.length).toBeGreaterThan(5);
  expect(wanted.filter(({ name }) => !offered.has(name))).toEqual([]);
});
