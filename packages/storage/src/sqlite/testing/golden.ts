// Lays a data directory out as a released version left it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { roomPath } from "../index.ts";

const FOLDER = new URL("../../../golden/", import.meta.url);

/** `expected.json` of a version. */
export type Golden = {
  readonly board: string;
  readonly epoch: string;
  readonly clientId: string;
  readonly head: number;
  readonly lastN: number;
};

export function layOutGolden(version: string, dataDir: string): Golden {
  // reason: committed beside the files, with these fields.
  const golden = JSON.parse(readFileSync(new URL(`${version}/expected.json`, FOLDER), "utf8")) as Golden;
  const put = (name: string, path: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, gunzipSync(readFileSync(new URL(`${version}/${name}.gz`, FOLDER))));
  };
  put("board.db", roomPath(dataDir, { party: "board", name: golden.board }));
  put("talk.db", roomPath(dataDir, { party: "talk", name: "golden" }));
  put("rooms.db", join(dataDir, "rooms.db"));
  return golden;
}
