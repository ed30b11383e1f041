#!/usr/bin/env node
// inkroom verify | repair | backup | restore: what whoever runs a server does with its data.
import { isAbsolute, resolve } from "node:path";
import { EXIT } from "../exit-codes.ts";
import { backUp } from "./backup.ts";
import { CommandError } from "./command-error.ts";
import { parseCommandLine } from "./command-line.ts";
import { type DataSource, openSource, openStoppedOnly, type RoomName } from "./data-source.ts";
import { repair } from "./repair.ts";
import { restore } from "./restore.ts";
import { verify } from "./verify.ts";

const USAGE = `inkroom verify [--deep] [room]     read all rooms, or one; says what is wrong and changes nothing
inkroom backup <directory>         copy everything into a new directory
inkroom restore <directory> [--room room]   put a backup in place (server stopped)
inkroom repair <room>              put a damaged file aside and go on from its last good state (server stopped)

--data <directory>   the data directory; otherwise DATA_DIR, or ./data
A room is a board's id, or <party>/<name>. Exit codes: 0 all is well, 1 something is wrong, 64 wrong use.
`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(): Promise<number> {
  const { values, positionals } = parseCommandLine(process.argv.slice(2));
  const [command, argument, ...more] = positionals;
  if (values.help === true) {
    process.stdout.write(USAGE);
    return EXIT.ok;
  }
  if (more.length > 0) return misused();
  const dataDir = values.data ?? process.env["DATA_DIR"] ?? "./data";
  switch (command) {
    case "verify":
      return withSource(await openSource(dataDir), async (source) => {
        const bad = await verify(source, { deep: values.deep === true, room: roomOf(argument), say });
        return bad === 0 ? EXIT.ok : EXIT.start;
      });
    case "backup":
      if (argument === undefined) return misused();
      return withSource(await openSource(dataDir), async (source) => {
        const { failed } = await backUp(source, isAbsolute(argument) ? argument : resolve(argument), say);
        return failed.length === 0 ? EXIT.ok : EXIT.start;
      });
    case "restore":
      if (argument === undefined) return misused();
      return withSource(await openStoppedOnly(dataDir, "restore"), async (source) => {
        restore(source, { dataDir, from: argument, room: roomOf(values.room), say });
        return EXIT.ok;
      });
    case "repair": {
      const room = roomOf(argument);
      if (room === undefined) return misused();
      return withSource(await openStoppedOnly(dataDir, "repair"), async (source) => {
        repair(source, room, say);
        return EXIT.ok;
      });
    }
    default:
      return misused();
  }
}

async function withSource<S extends DataSource>(source: S, work: (source: S) => Promise<number>): Promise<number> {
  try {
    return await work(source);
  } finally {
    source.close();
  }
}

function roomOf(text: string | undefined): RoomName | undefined {
  if (text === undefined) return undefined;
  const slash = text.indexOf("/");
  return slash < 0 ? { party: "board", name: text } : { party: text.slice(0, slash), name: text.slice(slash + 1) };
}

function misused(): number {
  process.stderr.write(USAGE);
  return EXIT.usage;
}

try {
  process.exitCode = await run();
} catch (error) {
  const isKnown = error instanceof CommandError || (error as { code?: string }).code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
  process.stderr.write(`inkroom: ${isKnown ? (error as Error).message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = isKnown && !(error instanceof CommandError) ? EXIT.usage : EXIT.start;
}
