// npm run check: everything that can be said about the code without running it. All steps run; closes with
// "N passed, N failed".
import { exitCodeOf, capture } from "./bootstrap/child.mjs";
import { installIfNeeded } from "./bootstrap/install.mjs";
import { childEnv, findNode } from "./bootstrap/node24.mjs";
import { inRoot } from "./bootstrap/paths.mjs";
import { buildWebIfNeeded } from "./bootstrap/web-build.mjs";

const STEP_LIMIT_S = 180;

await installIfNeeded();
const node = await findNode();
const bin = (name) => inRoot("node_modules/.bin", name);
const script = (name) => [node, inRoot("scripts/checks", name)];

/** Name, command. Order: cheap ones first. */
const STEPS = [
  ["format", [bin("oxfmt"), "--check"]],
  ["lint", [bin("oxlint"), "--type-aware", "--deny-warnings"]],
  ["floors", [bin("turbo"), "boundaries"]],
  ["lock file", script("lock-file.ts")],
  ["names", script("file-names.ts")],
  ["docs", script("docs.ts")],
  ["e2e waits", script("e2e-waits.ts")],
  ["unused", [bin("knip")]],
  ["types", [bin("turbo"), "run", "typecheck", "--continue", "--output-logs=errors-only"]],
  ["types of scripts", [bin("tsc"), "--noEmit", "-p", inRoot("scripts")]],
  ["bundle budget", script("bundle-budget.ts")],
];

async function runStep(name, [command, ...args]) {
  const startedAt = performance.now();
  // `timeout` is child_process.spawn's own: SIGTERM after so many milliseconds.
  const options = { env: childEnv(node, { NO_COLOR: "1" }), timeout: STEP_LIMIT_S * 1000 };
  const buildCode = name === "bundle budget" ? await buildWebIfNeeded(node) : 0;
  const result = buildCode === 0 ? await capture(command, args, options) : { code: buildCode, output: "" };
  const ok = result.code === 0 && !result.signal;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? "ok  " : "FAIL"} ${name.padEnd(18)} ${seconds.padStart(6)} s`);
  if (!ok) console.log(result.output.trimEnd() || `exit code ${exitCodeOf(result)}`);
  return ok;
}

const wanted = process.argv.slice(2);
const steps = STEPS.filter(([name]) => wanted.length === 0 || wanted.includes(name));
let passed = 0;
for (const [name, command] of steps) if (await runStep(name, command)) passed += 1;
console.log(`${passed} passed, ${steps.length - passed} failed`);
process.exitCode = passed === steps.length && steps.length > 0 ? 0 : 1;
