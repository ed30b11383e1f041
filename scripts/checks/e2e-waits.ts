// Browser tests wait for what the app says of itself, never for time to pass.
import { readText, report, repositoryFiles } from "./repository.ts";

const FORBIDDEN: readonly [RegExp, string][] = [
  [/\bwaitForTimeout\s*\(/, "waits for time to pass; wait for a state (data-seq, data-pending, a locator)"],
  [/\bsetTimeout\s*\(/, "sleeps; wait for a state"],
  [/timers\/promises/, "sleeps; wait for a state"],
  [/networkidle/, "waits for silence on the network; wait for a state"],
  [/\btest\.(?:only|fixme|skip)\b|\.retry\b/, "hides a test"],
];

/** Problems of one file's text, as "line: what". A line that says `reason:` after `// wait` is let through. */
export function waitProblems(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    if (/\/\/ wait reason: \S/.test(line)) return [];
    return FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(([, what]) => `${index + 1}: ${what}`);
  });
}

if (import.meta.main) {
  const files = repositoryFiles().filter((file) => file.startsWith("e2e/") && file.endsWith(".ts"));
  report(
    files.flatMap((file) => waitProblems(readText(file)).map((problem) => `${file}:${problem}`)),
    `${files.length} files of browser tests`,
  );
}
