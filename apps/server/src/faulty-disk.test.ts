// A disk that answers EIO under one board, by a library preloaded into a real server: that board acknowledges nothing it could
// not store, the others notice nothing, and when the disk is well again all goes on.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { roomPath } from "@inkroom/storage/sqlite";
import { createBoard, type TestBoard } from "./testing/board-access.ts";
import { BoardClient, hashOf } from "./testing/board-client.ts";
import { newDataDir, ServerProcess } from "./testing/server-process.ts";
import { rect } from "./testing/test-shapes.ts";

const home = mkdtempSync(join(tmpdir(), "inkroom-eio-"));
const LIBRARY = join(home, "eio.so");
const FAULT = join(home, "fault");
const SOURCE = join(import.meta.dirname, "testing/eio.c");
/** Needs a C compiler and a system whose loader knows LD_PRELOAD. */
const isBuilt = process.platform === "linux" && spawnSync("cc", ["-shared", "-fPIC", "-o", LIBRARY, SOURCE, "-ldl"]).status === 0;
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Answer = "ack" | "put off" | "closed";

/** Pushes n, on a new connection of the same author; what became of it. */
async function push(url: string, board: TestBoard, n: number): Promise<Answer> {
  const client = await BoardClient.join(url, board, { proof: `author of ${board.id}` });
  client.push(n, [{ op: "add", shape: rect({ id: `s${n}` }) }]);
  try {
    for (;;) {
      const answer = client.received.find((message) => (message.t === "ack" || message.t === "nack") && message.n === n);
      if (answer?.t === "ack") return "ack";
      if (answer?.t === "nack") return answer.code === "storage" ? "put off" : Promise.reject(new Error(answer.code));
      if (client.closeCode !== undefined) return "closed";
      await client.change();
    }
  } finally {
    client.close();
  }
}

test.runIf(isBuilt)(
  "a board whose disk fails acknowledges nothing it could not store, hurts no other, and goes on afterwards",
  async () => {
    const dataDir = newDataDir();
    const env = { LD_PRELOAD: LIBRARY, EIO_WHILE: FAULT };
    const setUp = await ServerProcess.start({}, dataDir);
    const [faulty, sound] = [await createBoard(setUp.url), await createBoard(setUp.url)];
    await setUp.kill();
    const server = await ServerProcess.start({ ...env, EIO_BELOW: roomPath(dataDir, { party: "board", name: faulty.id }) }, dataDir);
    for (const n of [1, 2, 3]) {
      for (const board of [faulty, sound]) expect(await push(server.url, board, n)).toBe("ack");
    }
    const before = await hashOf(server.url, faulty);
    const onlooker = await BoardClient.join(server.url, sound, { proof: "looks on" });
    writeFileSync(FAULT, "");
    for (let round = 0; round < 3; round += 1) {
      expect(["put off", "closed"]).toContain(await push(server.url, faulty, 4));
      expect(await push(server.url, sound, 4 + round)).toBe("ack");
    }
    expect(server.isAlive).toBe(true);
    await onlooker.next("ops", ({ list }) => list.some(({ seq }) => seq === 6));
    expect([onlooker.closeCode, onlooker.board().size]).toEqual([undefined, 6]);
    onlooker.close();
    expect(server.lines.join("\n")).toMatch(/"(code|error)":"io"|disk I\/O error/);
    rmSync(FAULT);
    // What was sent again and again meanwhile is taken once.
    expect(await push(server.url, faulty, 4)).toBe("ack");
    const after = await hashOf(server.url, faulty);
    expect([before.board.size, after.board.size]).toEqual([3, 4]);
    await server.kill();
    const again = await ServerProcess.start({}, dataDir);
    expect([await hashOf(again.url, faulty), await hashOf(again.url, sound)].map(({ board }) => board.size)).toEqual([4, 6]);
    expect((await hashOf(again.url, faulty)).hash).toBe(after.hash);
    await again.dispose();
  },
);
