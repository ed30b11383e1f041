// The nets that hold the floors are proved here: each planted fault must be caught, and a clean copy must pass.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryFiles, ROOT } from "./checks/repository.ts";

const CONFIG = /(?:^|\/)(?:package\.json|turbo\.json|tsconfig[^/]*\.json|package-lock\.json|\.oxlintrc\.json)$/;
let copy = "";

beforeAll(() => {
  copy = mkdtempSync(path.join(os.tmpdir(), "inkroom-floors-"));
  for (const file of repositoryFiles().filter((one) => CONFIG.test(one))) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(copy, file));
  }
  symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs an installed tool in the copy; gives its exit code and all it printed. */
async function run(tool: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
  try {
    const { stdout, stderr } = await promisify(execFile)(path.join(ROOT, "node_modules/.bin", tool), args, { cwd: copy, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }; // reason: execFile's error
    return { code, output: stdout + stderr };
  }
}

/** Puts a file into the copy while `look` runs. */
async function withFile<T>(file: string, text: string, look: () => Promise<T>): Promise<T> {
  const full = path.join(copy, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  try {
    return await look();
  } finally {
    rmSync(full);
  }
}

/** Lets a workspace declare a dependency while `look` runs. */
async function withDependency<T>(workspace: string, name: string, look: () => Promise<T>): Promise<T> {
  const file = path.join(copy, workspace, "package.json");
  const before = readFileSync(file, "utf8");
  const manifest = JSON.parse(before) as { dependencies?: Record<string, string> }; // reason: npm's own format
  writeFileSync(file, JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, [name]: "0.0.0" } }));
  try {
    return await look();
  } finally {
    writeFileSync(file, before);
  }
}

const boundaries = () => run("turbo", ["boundaries"]);
const lint = (file: string) => () => run("oxlint", ["--type-aware", file]);

test("the repository as it is keeps its floors", async () => {
  expect(await boundaries()).toMatchObject({ code: 0 });
});

test("an import of a package that is not declared is caught, also of types only", async () => {
  const text = 'import type { Shape } from "@inkroom/shapes";\nexport type Planted = Shape;\n';
  const { code, output } = await withFile("packages/geometry/src/planted.ts", text, boundaries);
  expect(code).toBe(1);
  expect(output).toContain("is not a dependency");
});

for (const [workspace, dependency, why] of [
  ["packages/shapes", "@inkroom/model", "lies above"],
  ["packages/sync", "@inkroom/editor", "is a neighbour it must not know"],
  ["packages/interchange", "@inkroom/canvas", "lies above"],
  ["packages/board-room", "@inkroom/storage", "is a host package and this one is pure"],
  ["packages/rooms", "@inkroom/geometry", "is ours, and rooms know nothing of ours"],
  ["packages/durable-host", "@inkroom/board-room", "knows rooms, and nothing of boards"],
  ["packages/board-access", "@inkroom/storage", "leaves to its hosts where links are kept"],
  ["packages/canvas", "@inkroom/sync", "is not its concern: it sees the store's port"],
  ["apps/server", "@inkroom/editor", "belongs to the browser"],
  ["apps/web", "@inkroom/board-room", "belongs to the server"],
  ["packages/simulation", "@inkroom/server", "is an app, and nothing depends on apps"],
] as const) {
  test(`${workspace} may not depend on ${dependency}: it ${why}`, async () => {
    const { code, output } = await withDependency(workspace, dependency, boundaries);
    expect(code, output).toBe(1);
  });
}

for (const [name, line] of [
  ["a timer", "setTimeout(() => undefined, 1);"],
  ["the document", "document.title = 'x';"],
  ["the process", "process.exit();"],
  ["the console", "console.log(1);"],
] as const) {
  test(`${name} does not compile in a pure package`, async () => {
    const { code, output } = await withFile("packages/geometry/src/planted.ts", `export function planted(): void {\n  ${line}\n}\n`, () =>
      run("tsc", ["--noEmit", "-p", "packages/geometry"]),
    );
    expect(code).not.toBe(0);
    expect(output).toContain("planted.ts");
  });
}

for (const [rule, file, text] of [
  ["no-restricted-imports", "packages/editor/src/planted.ts", 'import Konva from "konva";\nexport const planted = Konva;\n'],
  ["no-restricted-imports", "packages/rooms/src/planted.ts", 'import { WebSocket } from "ws";\nexport const planted = WebSocket;\n'],
  [
    "no-restricted-imports",
    "apps/server/src/http/planted.ts",
    'import { DatabaseSync } from "node:sqlite";\nexport const planted = DatabaseSync;\n',
  ],
  ["no-restricted-imports", "packages/node-host/src/planted.ts", 'import { Server } from "partyserver";\nexport const planted = Server;\n'],
  ["no-restricted-imports", "packages/durable-host/src/planted.ts", 'import { join } from "node:path";\nexport const planted = join;\n'],
  ["no-restricted-imports", "packages/canvas/src/planted.ts", 'import { useState } from "react";\nexport const planted = useState;\n'],
  [
    "no-restricted-imports",
    "packages/sync/src/planted.ts",
    'import { Board } from "../../model/src/board.ts";\nexport const planted = Board;\n',
  ],
  ["no-floating-promises", "packages/sync/src/planted.ts", "export function planted(): void {\n  Promise.resolve(1);\n}\n"],
  ["no-console", "packages/node-host/src/planted.ts", "console.log(1);\n"],
  ["no-default-export", "packages/geometry/src/planted.ts", "export default 1;\n"],
  [
    "max-lines",
    "packages/geometry/src/planted.ts",
    Array.from({ length: 401 }, (_, line) => `export const a${line} = ${line};\n`).join(""),
  ],
  [
    "switch-exhaustiveness-check",
    "packages/geometry/src/planted.ts",
    'export function planted(kind: "a" | "b"): number {\n  switch (kind) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}\n',
  ],
] as const) {
  test(`${rule} speaks up in ${path.posix.dirname(file)}`, async () => {
    const { code, output } = await withFile(file, text, lint(file));
    expect(code).not.toBe(0);
    expect(output).toContain(rule);
  });
}

test("a cycle of imports is caught", async () => {
  const folder = "packages/geometry/src";
  const one = 'import { two } from "./planted-two.ts";\nexport const one = (): number => two();\n';
  const two = 'import { one } from "./planted-one.ts";\nexport const two = (): number => one();\n';
  const { output } = await withFile(`${folder}/planted-one.ts`, one, () => withFile(`${folder}/planted-two.ts`, two, lint(folder)));
  expect(output).toContain("no-cycle");
});
