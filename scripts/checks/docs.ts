// Documents are held to the repository: links and file paths exist, tables of codes and limits say what the code says.
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readText, report, repositoryFiles, ROOT } from "./repository.ts";

const TOP_FOLDERS = "packages|apps|docs|scripts|e2e|bench|examples|\\.ci";
/** Inline code that is a path of this repository: `packages/sync/src/replica.ts`, `docs/adr`, `packages/*`. */
const CODE_PATH = new RegExp(`\`((?:${TOP_FOLDERS})/[\\w./*{},-]+)\``, "g");
const LINK = /\[([^\]]*)\]\(([^)\s]+)\)/g;
/** A named test: `packages/x/src/y.test.ts` "what it says". */
const NAMED_TEST = /`([\w./-]+\.(?:test|spec)\.ts)` "([^"]+)"/g;
const HEADING = /^#{1,6}\s+(.+?)\s*$/gm;

/** The anchor GitHub gives a heading. */
export function anchorOf(heading: string): string {
  const plain = heading.replaceAll(/[`*]/g, "").toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(/\s/g, "-");
}

function withoutFences(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, "");
}

function linkProblem(file: string, label: string, target: string): string | undefined {
  if (/^[a-z]+:/i.test(target)) return undefined;
  const decision = /^ADR (\d+)$/.exec(label)?.[1];
  if (decision !== undefined && !path.posix.basename(target).startsWith(`${decision}-`)) return `${file}: ${label} is a link to ${target}`;
  const [linked = "", anchor] = target.split("#");
  const resolved = linked === "" ? file : path.posix.join(path.posix.dirname(file), linked);
  if (!existsSync(path.join(ROOT, resolved))) return `${file}: link to ${target}, which does not exist`;
  if (anchor === undefined || !resolved.endsWith(".md")) return undefined;
  const anchors = [...withoutFences(readText(resolved)).matchAll(HEADING)].map(([, heading = ""]) => anchorOf(heading));
  return anchors.includes(anchor) ? undefined : `${file}: link to ${target}, which has no such heading`;
}

/** `a/{b,c}.ts` and a trailing `*` are allowed in paths: every alternative must exist, a star needs its folder only. */
function pathProblems(file: string, written: string): string[] {
  const braces = /^(.*)\{([^}]*)\}(.*)$/.exec(written);
  const all = braces ? (braces[2] ?? "").split(",").map((part) => `${braces[1]}${part}${braces[3]}`) : [written];
  return all
    .map((one) => (one.includes("*") ? path.posix.dirname(one.slice(0, one.indexOf("*") + 1)) : one))
    .filter((one) => !existsSync(path.join(ROOT, one)))
    .map((one) => `${file}: names ${one}, which does not exist`);
}

function testProblem(file: string, test: string, title: string): string | undefined {
  const isThere = existsSync(path.join(ROOT, test)) && readText(test).replaceAll(/\s+/g, " ").includes(title);
  return isThere ? undefined : `${file}: ${test} has no test "${title}"`;
}

/** Broken links, file paths and names of tests of one document. */
export function referenceProblems(file: string, text: string): string[] {
  const prose = withoutFences(text);
  const links = [...prose.matchAll(LINK)].map(([, label = "", target = ""]) => linkProblem(file, label, target));
  const paths = [...prose.matchAll(CODE_PATH)].flatMap(([, written = ""]) => pathProblems(file, written));
  const tests = [...prose.matchAll(NAMED_TEST)].map(([, test = "", title = ""]) => testProblem(file, test, title));
  return [...[...links, ...tests].filter((problem) => problem !== undefined), ...paths];
}

/** Table rows of a document as cells without their markup. */
export function tableRows(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("|") && !/^\|[\s:|-]+\|$/.test(line));
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.replaceAll("`", "").trim()),
  );
}

/** A number as a document may write it: 262144, 262,144, 256 KiB. */
function spellings(value: number): string[] {
  const written = [String(value), value.toLocaleString("en-US")];
  if (value % 1024 === 0) written.push(`${value / 1024} KiB`, `${(value / 1024).toLocaleString("en-US")} KiB`);
  return written;
}

/** Each exported number must have a row with its name and its value. */
export function limitProblems(file: string, text: string, limits: Readonly<Record<string, unknown>>): string[] {
  const rows = tableRows(text);
  return Object.entries(limits).flatMap(([name, value]) => {
    if (typeof value !== "number") return [];
    const row = rows.find((cells) => cells.includes(name));
    if (row === undefined) return [`${file}: no row for the limit ${name}`];
    const says = row.some((cell) => spellings(value).some((spelling) => cell.split(/[;(]/)[0]?.trim().startsWith(spelling)));
    return says ? [] : [`${file}: ${name} is ${value} in the code, not "${row.join(" | ")}"`];
  });
}

/** Codes of the code and first cells of the document's rows must be the same set. */
export function codeProblems(file: string, text: string, codes: readonly string[], isCode: RegExp): string[] {
  const written = tableRows(text)
    .map(([first = ""]) => first)
    .filter((first) => isCode.test(first));
  const missing = codes.filter((code) => !written.includes(code)).map((code) => `${file}: no row for ${code}`);
  const extra = written.filter((code) => !codes.includes(code)).map((code) => `${file}: ${code} is not in the code`);
  return [...missing, ...extra];
}

/** Every name that an index file exports must stand in the document as inline code. */
export function exportProblems(file: string, text: string, indexText: string): string[] {
  const lists = [...indexText.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].map(([, list = ""]) => list);
  const names = lists.flatMap((list) => list.split(",")).map((name) => name.replace(/^\s*type\s|.*\sas\s/, "").trim());
  const written = new Set([...withoutFences(text).matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code.split(/[(<]/)[0]));
  return names.filter((name) => name !== "" && !written.has(name)).map((name) => `${file}: says nothing about ${name}`);
}

/** Files whose interfaces and option types are public member by member. */
const MEMBER_FILES = [
  "packages/node-host/src/options.ts",
  "packages/rooms/src/connection.ts",
  "packages/rooms/src/room-context.ts",
  "packages/rooms/src/room-storage.ts",
  "packages/rooms/src/server.ts",
];

/** Every member of a type or class in `source` must stand in the document as inline code; those that start with `#` or `_` are private. */
export function memberProblems(file: string, text: string, source: string): string[] {
  const names = [...source.matchAll(/^  (?:readonly |get )?([a-z]\w*)\??(?:<[^>\n]*>)?[(:]/gm)].map(([, name = ""]) => name);
  const written = new Set([...withoutFences(text).matchAll(/`([^`]+)`/g)].flatMap(([, code = ""]) => code.match(/\w+/g) ?? []));
  return [...new Set(names)]
    .filter((name) => name !== "constructor" && !written.has(name))
    .map((name) => `${file}: says nothing about ${name}`);
}

type ShapesModule = { readonly KIND_NAMES: readonly string[]; readonly kindByName: (name: string) => KindRules };
type KindRules = { readonly groups: readonly (readonly string[])[] };

/** The rows "together | kinds" that must stand in a document, from the schemas; kinds are "all" where each kind has the group. */
export function groupRows(kinds: ReadonlyMap<string, KindRules>): readonly (readonly [together: string, kinds: string])[] {
  const owners = new Map<string, string[]>();
  for (const [kind, { groups }] of kinds)
    for (const group of groups) owners.set(group.join(", "), [...(owners.get(group.join(", ")) ?? []), kind]);
  return [...owners].map(([group, names]) => [group, names.length === kinds.size ? "all" : names.join(", ")]);
}

/** The table under "Written together" and the groups of the schemas must be the same. */
export function groupProblems(file: string, text: string, kinds: ReadonlyMap<string, KindRules>): string[] {
  const section = text.split(/^## /m).find((part) => part.startsWith("Written together")) ?? "";
  const written = tableRows(section)
    .slice(1)
    .map(([together, of]) => `${together} | ${of}`);
  const meant = groupRows(kinds).map((row) => row.join(" | "));
  return [
    ...meant.filter((row) => !written.includes(row)).map((row) => `${file}: no row "${row}"`),
    ...written.filter((row) => !meant.includes(row)).map((row) => `${file}: "${row}" is not in the schemas`),
  ];
}

async function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(pathToFileURL(path.join(ROOT, file)).href)) as Readonly<Record<string, unknown>>; // reason: a module is a record of its exports
}

async function tableProblems(): Promise<string[]> {
  const [protocol, limits, conflicts] = ["docs/protocol.md", "docs/limits.md", "docs/conflicts.md"];
  const missing = [protocol, limits, conflicts].filter((file) => !existsSync(path.join(ROOT, file)));
  if (missing.length > 0) return missing.map((file) => `${file} does not exist`);
  const closeCodes = Object.values((await load("packages/protocol/src/close-codes.ts"))["CLOSE"] ?? {}).map(String);
  const nackCodes = (await load("packages/protocol/src/error-codes.ts"))["NACK_CODES"] as readonly string[]; // reason: its declared type
  const shapes = (await load("packages/shapes/src/index.ts")) as ShapesModule; // reason: its declared exports
  const kinds = new Map(shapes.KIND_NAMES.map((name) => [name, shapes.kindByName(name)]));
  return [
    ...groupProblems(conflicts, readText(conflicts), kinds),
    ...limitProblems(limits, readText(limits), await load("packages/protocol/src/limits.ts")),
    ...limitProblems(limits, readText(limits), await load("packages/shapes/src/limits.ts")),
    ...codeProblems(protocol, readText(protocol), closeCodes, /^(?:10|4\d)\d\d$/),
    ...nackCodes
      .filter((code) => !tableRows(readText(protocol)).some(([first]) => first === code))
      .map((code) => `${protocol}: no row for the nack code ${code}`),
  ];
}

/** The packages whose public names the reference describes. */
const REFERENCED = ["rooms", "node-host", "partykit-compat"];

if (import.meta.main) {
  const documents = repositoryFiles().filter((file) => file.endsWith(".md"));
  const references = documents.flatMap((file) => referenceProblems(file, readText(file)));
  const reference = "docs/reference.md";
  const unnamed = REFERENCED.flatMap((name) => exportProblems(reference, readText(reference), readText(`packages/${name}/src/index.ts`)));
  const silent = MEMBER_FILES.flatMap((name) => memberProblems(reference, readText(reference), readText(name)));
  report([...references, ...unnamed, ...silent, ...(await tableProblems())], `${documents.length} documents`);
}
