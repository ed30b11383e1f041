// The files of the repository, as git sees them, for the checks of this folder.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** Paths of all files that are tracked or would be (not ignored), relative to the root, with "/" separators. */
export function repositoryFiles(): string[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return [...new Set(list.split("\0"))].filter((file) => file !== "" && existsSync(path.join(ROOT, file)));
}

/** Text of a file given relative to the root. */
export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** Prints the problems and sets the exit code. `what` names the things that were looked at. */
export function report(problems: readonly string[], what: string): void {
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? `${what}: nothing wrong` : `${problems.length} problem(s)`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
