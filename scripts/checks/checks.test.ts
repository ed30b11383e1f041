import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "../bootstrap/results.mjs";
import { firstPageChunks } from "./bundle-budget.ts";
import { anchorOf, codeProblems, exportProblems, groupProblems, limitProblems, memberProblems, referenceProblems } from "./docs.ts";
import { waitProblems } from "./e2e-waits.ts";
import { nameProblem } from "./file-names.ts";
import { missingOptional, platformOf } from "./lock-file.ts";

test("a document may only name what exists", () => {
  expect(referenceProblems("README.md", "See [the licence](LICENSE), `scripts/start.mjs` and `packages/*`.")).toEqual([]);
  expect(referenceProblems("README.md", "[gone](docs/gone.md) `packages/gone/src/x.ts`")).toHaveLength(2);
  expect(referenceProblems("docs/rooms.md", "`scripts/{start,gone}.mjs`")).toEqual([
    "docs/rooms.md: names scripts/gone.mjs, which does not exist",
  ]);
  expect(referenceProblems("x.md", '`scripts/floors.test.ts` "a cycle of imports is caught"')).toEqual([]);
  expect(referenceProblems("x.md", '`scripts/floors.test.ts` "pigs can fly"')).toHaveLength(1);
  expect(referenceProblems("docs/x.md", "[ADR 0001](adr/0001-server-ordered-op-log.md)")).toEqual([]);
  expect(referenceProblems("docs/x.md", "[ADR 0007](adr/0001-server-ordered-op-log.md)")).toHaveLength(1);
  expect(anchorOf("3. The `codec`, twice")).toBe("3-the-codec-twice");
});

test("a limit in a table must have the value of the code, in any of its spellings", () => {
  const table = "| `MAX_A` | 256 KiB |\n| `MAX_B` | 1,000 |\n";
  expect(limitProblems("limits.md", table, { MAX_A: 262_144, MAX_B: 1000 })).toEqual([]);
  expect(limitProblems("limits.md", table, { MAX_B: 1001, MAX_C: 3 })).toHaveLength(2);
});

test("codes of the document and of the code are the same set", () => {
  expect(codeProblems("protocol.md", "| 4400 | x |\n| 4499 | y |", ["4400", "4401"], /^4\d\d\d$/)).toHaveLength(2);
});

test("the table of groups says what the schemas say", () => {
  const kinds = new Map([
    ["a", { groups: [["x", "y"], ["w"]] }],
    ["b", { groups: [["x", "y"]] }],
  ]);
  const page = (rows: string): string => `## Written together\n\n| T | K | W |\n|---|---|---|\n${rows}\n## Next\n\n| z | all |\n`;
  expect(groupProblems("c.md", page("| `x`, `y` | all | why |\n| `w` | a | why |\n"), kinds)).toEqual([]);
  expect(groupProblems("c.md", page("| `x`, `y` | a | why |\n"), kinds)).toEqual([
    'c.md: no row "x, y | all"',
    'c.md: no row "w | a"',
    'c.md: "x, y | a" is not in the schemas',
  ]);
});

test("every exported name must stand in the reference", () => {
  const index = 'export { a, type B } from "./a.ts";\nexport type {\n  Old as C,\n} from "./c.ts";\n';
  expect(exportProblems("reference.md", "`a(x)`, `B<T>` and `C`", index)).toEqual([]);
  expect(exportProblems("reference.md", "a, `B`", index)).toEqual([
    "reference.md: says nothing about a",
    "reference.md: says nothing about C",
  ]);
});

test("the reference must speak of every member of the public types", () => {
  const source =
    "export type A = {\n  readonly port?: number;\n  get<T>(key: string): T;\n};\nclass B {\n  #own = 1;\n  get name() {}\n}\n";
  expect(memberProblems("reference.md", "`port`, `get(key)` and `x.name`", source)).toEqual([]);
  expect(memberProblems("reference.md", "port and `get`", source)).toEqual([
    "reference.md: says nothing about port",
    "reference.md: says nothing about name",
  ]);
});

test("a browser test may not wait for time to pass, unless it says why", () => {
  expect(waitProblems("await page.waitForTimeout(500);")).toHaveLength(1);
  expect(waitProblems("setTimeout(stop, 5); // wait reason: a deadline")).toEqual([]);
});

test("names of files say what they hold", () => {
  expect(nameProblem("packages/model/src/string-utils.ts")).toBeDefined();
  expect(nameProblem("packages/model/src/shared/ids.ts")).toBeDefined();
  expect(nameProblem("packages/model/src/boardStore.ts")).toBeDefined();
  expect(nameProblem("apps/web/src/share/SharePanel.tsx")).toBeUndefined();
  expect(nameProblem("packages/sync/src/replica.property.test.ts")).toBeUndefined();
});

test("optional dependencies without an entry are found from where npm would look", () => {
  const by = { optionalDependencies: { "@x/linux-x64": "1.0.0", "@x/darwin-arm64": "1.0.0" } };
  const packages = { "": {}, "node_modules/x": by, "node_modules/x/node_modules/@x/linux-x64": {} };
  expect(missingOptional(packages).map(({ name }) => name)).toEqual(["@x/darwin-arm64"]);
  expect(platformOf("@x/binding-linux-arm64-musl")).toEqual({ os: ["linux"], cpu: ["arm64"], libc: ["musl"] });
  expect(platformOf("@turbo/windows-64")).toEqual({ os: ["win32"], cpu: ["x64"] });
});

test("the first page is the entry with everything it imports statically", () => {
  const manifest = {
    "index.html": { file: "a.js", isEntry: true, imports: ["b"] },
    b: { file: "b.js", imports: ["c"] },
    c: { file: "c.js" },
    lazy: { file: "l.js" },
    worker: { file: "w.js", isEntry: true },
  };
  expect([...firstPageChunks(manifest)].sort()).toEqual(["b", "c", "index.html"]);
});

describe("reports", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "inkroom-reports-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, report: unknown): string => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(report));
    return file;
  };

  test("a run without a report is one failure, whatever it ended with", () => {
    expect(vitestCounts("/nowhere.json", 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(playwrightCounts("/nowhere.json", 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  test("unit tests that failed are named, and a file that cannot be loaded is one of them", () => {
    const file = write("vitest.json", {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [
        { name: path.resolve("a.test.ts"), status: "failed", assertionResults: [{ status: "failed", fullName: "a shape moves" }] },
        { name: path.resolve("b.test.ts"), status: "failed", assertionResults: [] },
      ],
    });
    const notes = ["failed: a.test.ts: a shape moves", "failed to load: b.test.ts"];
    expect(vitestCounts(file, 1)).toEqual({ passed: 2, failed: 2, notes });
  });

  test("a browser test that passed when it was tried again has passed, and is named beside those that failed", () => {
    const spec = (title: string, status: string) => ({ file: "x.spec.ts", line: 3, title, tests: [{ status }] });
    const file = write("playwright.json", {
      stats: { expected: 5, unexpected: 1, flaky: 1 },
      suites: [{ specs: [spec("good", "expected"), spec("late", "flaky")], suites: [{ specs: [spec("bad", "unexpected")] }] }],
    });
    const notes = ["passed when tried again: x.spec.ts:3: late", "failed: x.spec.ts:3: bad"];
    expect(playwrightCounts(file, 1)).toEqual({ passed: 6, failed: 1, notes });
  });

  test("a run that crashed after its last test is one failure", () => {
    expect(vitestCounts(write("crash.json", { numPassedTests: 2, numFailedTests: 0, testResults: [] }), 1)).toMatchObject({ failed: 1 });
  });
});
