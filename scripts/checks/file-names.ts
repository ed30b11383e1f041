// Names say what a file owns: no drawers for anything, kebab-case except for React components.
import path from "node:path";
import { report, repositoryFiles } from "./repository.ts";

const DRAWERS = new Set(["utils", "util", "helpers", "helper", "common", "shared", "manager", "misc", "lib"]);
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/;
const COMPONENT = /^[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx$/;

/** What is wrong with the name of a code file, if anything. */
export function nameProblem(file: string): string | undefined {
  const parts = file.split("/");
  const stems = parts.map((part) => part.split(".")[0] ?? "");
  const drawer = stems.find((stem) => DRAWERS.has(stem) || /-(?:utils|helpers|manager)$/.test(stem));
  if (drawer !== undefined) return `${file}: "${drawer}" says nothing about what it holds`;
  const base = path.posix.basename(file);
  if (!KEBAB.test(base) && !COMPONENT.test(base)) return `${file}: file names are kebab-case (components PascalCase.tsx)`;
  return undefined;
}

if (import.meta.main) {
  const code = repositoryFiles().filter((file) => /\.(?:ts|tsx|mjs)$/.test(file));
  report(
    code.map(nameProblem).filter((problem) => problem !== undefined),
    `${code.length} file names`,
  );
}
