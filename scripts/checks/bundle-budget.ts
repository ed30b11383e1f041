// The script a first visit must load before it can draw stays under its budget, and every file that the service worker is told to
// keep is there: it keeps all of a build or nothing. Read from Vite's manifest and from kept-files.json.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { report, ROOT } from "./repository.ts";

const DIST = path.join(ROOT, "apps/web/dist");
/** Script of the first page: the entry and everything it imports statically, gzipped, in bytes. */
const FIRST_PAGE_BYTES = 79 * 1024;
/** Script of a first visit to a board: the first page's and what the board's page imports statically. */
const BOARD_PAGE = "src/board/BoardPage.tsx";
const BOARD_PAGE_BYTES = 222 * 1024;
/** Any single chunk that is loaded later, gzipped, in bytes. */
const LAZY_CHUNK_BYTES = 150 * 1024;

/** The page of one's boards, and the layers of both pages, come without the board's own code. */
const WITHOUT_BOARD = ["home", "layers"];
/** Files of script: every one is a request (apps/web/code-splitting.ts). */
const SCRIPT_FILES = 16;

type Chunk = { readonly file: string; readonly name?: string; readonly isEntry?: boolean; readonly imports?: readonly string[] };
type Manifest = Readonly<Record<string, Chunk>>;

/**
 * Keys of the chunks that the browser loads before the first line of the page's entry runs, and of those `also` names. The service
 * worker is an entry too, and fetched when the page is idle.
 */
export function firstPageChunks(manifest: Manifest, ...also: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (key: string): void => {
    if (found.has(key)) return;
    found.add(key);
    for (const next of manifest[key]?.imports ?? []) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if ((chunk.isEntry && key.endsWith(".html")) || also.includes(key)) visit(key);
  return found;
}

if (import.meta.main) {
  const manifest = JSON.parse(readFileSync(path.join(DIST, ".vite/manifest.json"), "utf8")) as Manifest; // reason: Vite wrote it
  const scripts = Object.entries(manifest).filter(([, chunk]) => chunk.file.endsWith(".js"));
  const first = firstPageChunks(manifest);
  const board = firstPageChunks(manifest, BOARD_PAGE);
  const sizes = scripts.map(([key, { file }]) => {
    return { file, bytes: gzipSync(readFileSync(path.join(DIST, file))).length, first: first.has(key), board: board.has(key) };
  });
  const total = sizes.reduce((sum, size) => sum + (size.first ? size.bytes : 0), 0);
  const boardTotal = sizes.reduce((sum, size) => sum + (size.board ? size.bytes : 0), 0);
  const problems = sizes
    .filter((size) => !size.board && size.bytes > LAZY_CHUNK_BYTES)
    .map((size) => `${size.file}: ${size.bytes} bytes gz, budget ${LAZY_CHUNK_BYTES}`);
  const kept = JSON.parse(readFileSync(path.join(DIST, "kept-files.json"), "utf8")) as { readonly files: readonly string[] }; // reason: our build wrote it
  const missing = kept.files.filter((file) => !existsSync(path.join(DIST, file)));
  problems.push(...missing.map((file) => `kept-files.json: names ${file}, which is not in the build`));
  if (first.size === 0) problems.push("the manifest names no entry");
  if (total > FIRST_PAGE_BYTES) problems.push(`first page script: ${total} bytes gz, budget ${FIRST_PAGE_BYTES}`);
  if (board.size === first.size) problems.push(`the manifest names no ${BOARD_PAGE}`);
  if (boardTotal > BOARD_PAGE_BYTES) problems.push(`script of a board: ${boardTotal} bytes gz, budget ${BOARD_PAGE_BYTES}`);
  for (const name of WITHOUT_BOARD) {
    const parts = Object.keys(manifest).filter((key) => manifest[key]?.name === name);
    if (parts.length !== 1) problems.push(`${parts.length} files are called ${name}`);
    const imported = [...firstPageChunks(manifest, ...parts)].map((key) => manifest[key]?.name);
    if (imported.includes("board")) problems.push(`${name} imports code of the board`);
  }
  if (sizes.length > SCRIPT_FILES) problems.push(`${sizes.length} files of script, budget ${SCRIPT_FILES}`);
  console.log(`script of a board: ${(boardTotal / 1024).toFixed(1)} KiB gz of ${BOARD_PAGE_BYTES / 1024}`);
  console.log(`first page script: ${(total / 1024).toFixed(1)} KiB gz of ${FIRST_PAGE_BYTES / 1024}`);
  report(problems, `${sizes.length} chunks`);
}
