// package-lock.json must satisfy `npm ci` on every machine: each workspace is in it as its package.json stands, and each
// dependency has an entry, the optional binaries of other platforms included. A registry that does not hold those makes
// npm leave them out without a word, and `npm ci` then refuses the file everywhere; `--fix` writes their entries.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { readText, report, repositoryFiles, ROOT } from "./repository.ts";

type Names = Readonly<Record<string, string>>;
type Entry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly engines?: Names;
  readonly dependencies?: Names;
  readonly devDependencies?: Names;
  readonly optionalDependencies?: Names;
};
type Packages = Record<string, unknown> & Record<string, Entry>;

const FIELDS = ["dependencies", "devDependencies", "optionalDependencies"] as const;

/** The keys under which npm looks for `name` as seen from the package at `from`, nearest first. */
function* places(from: string, name: string): Generator<string> {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    if (!at.endsWith("node_modules")) yield at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (at === "") return;
  }
}

type Gap = { readonly name: string; readonly version: string; readonly by: Entry };

/** Optional dependencies without an entry. */
export function missingOptional(packages: Readonly<Record<string, Entry>>): Gap[] {
  return Object.entries(packages).flatMap(([key, by]) =>
    Object.entries(by.optionalDependencies ?? {})
      .filter(([name]) => ![...places(key, name)].some((place) => place in packages))
      .map(([name, version]) => ({ name, version, by })),
  );
}

/** What the name of a platform binary says of where it runs: "@x/binding-linux-arm64-musl". */
export function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const plain = name.replace("windows", "win32").replace(/-64$/, "-x64").replaceAll("musleabihf", "musl");
  const os = /(?:android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|aix|win32)/.exec(plain)?.[0];
  const cpu = /(?:arm64|arm|ppc64|riscv64|s390x|ia32|x64|loong64|mips64el|wasm32)/.exec(plain.slice(plain.indexOf(os ?? "")))?.[0];
  const libc = /musl/.test(plain) ? "musl" : /gnu/.test(plain) ? "glibc" : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== "linux" ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

/** Workspaces whose entry says something else than their package.json. */
function staleWorkspaces(packages: Readonly<Record<string, Entry>>, manifests: readonly string[]): string[] {
  return manifests.flatMap((file) => {
    const key = path.posix.dirname(file).replace(/^\.$/, "");
    const manifest = JSON.parse(readText(file)) as Entry; // reason: npm's own format
    const entry = packages[key];
    if (entry === undefined) return [`${file} is not in the lock file`];
    return FIELDS.filter((field) => !isSame(entry[field] ?? {}, manifest[field] ?? {})).map(
      (field) => `${file}: ${field} differ from the lock file`,
    );
  });
}

function isSame(a: Names, b: Names): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

if (import.meta.main) {
  const lock = JSON.parse(readText("package-lock.json")) as { packages: Packages }; // reason: npm's own format
  const gaps = missingOptional(lock.packages);
  if (process.argv.includes("--fix") && gaps.length > 0) {
    for (const { name, version, by } of gaps) {
      const engines = by.engines === undefined ? {} : { engines: by.engines };
      const entry = { version, ...(by.dev ? { dev: true } : {}), ...engines, optional: true, ...platformOf(name) };
      lock.packages[`node_modules/${name}`] = entry;
    }
    const [root, ...others] = Object.entries(lock.packages);
    lock.packages = Object.fromEntries(
      [root, ...others.sort(([a], [b]) => (a < b ? -1 : 1))].filter((entry) => entry !== undefined),
    ) as Packages; // reason: the same entries, sorted
    writeFileSync(path.join(ROOT, "package-lock.json"), `${JSON.stringify(lock, null, 2)}\n`);
    console.log(`wrote ${gaps.length} entries`);
  }
  const missing = process.argv.includes("--fix") ? [] : gaps.map(({ name, version }) => `no entry for the optional ${name}@${version}`);
  const manifests = repositoryFiles().filter((file) => /^(?:(?:packages|apps|examples)\/[^/]+\/|e2e\/|bench\/)?package\.json$/.test(file));
  report([...missing, ...staleWorkspaces(lock.packages, manifests)], `${Object.keys(lock.packages).length} locked packages`);
}
