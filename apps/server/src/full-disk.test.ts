// A disk that is full, as a real one: boards can be read, pushes are put off, and go on when there is space again.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createBoard, type TestBoard } from "./testing/board-access.ts";
import { BoardClient, hashOf } from "./testing/board-client.ts";
import { ServerProcess } from "./testing/server-process.ts";
import { rect } from "./testing/test-shapes.ts";

const mountPoint = mkdtempSync(join(tmpdir(), "inkroom-full-"));
/** Needs the right to mount: a container's root often has it. */
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", mountPoint]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync("umount", ["-l", mountPoint]);
  rmSync(mountPoint, { recursive: true, force: true });
});

const FILLER = join(mountPoint, "filler");
const CHUNK = new Uint8Array(16 * 1024);

function fill(): void {
  try {
    for (;;) writeFileSync(FILLER, CHUNK, { flag: "a" });
  } catch {
    // Full, which is what was wanted.
  }
}

type Answer = "ack" | "storage" | number;

/** Pushes the next shape; what became of it: acked, put off, or the code with which the line was closed. */
async function push(client: BoardClient, n: number): Promise<Answer> {
  const before = client.received.length;
  client.push(n, [{ op: "add", shape: rect({ id: `s${n}` }) }]);
  for (;;) {
    const answer = client.received.slice(before).find((message) => (message.t === "ack" || message.t === "nack") && message.n === n);
    if (answer?.t === "ack") return "ack";
    if (answer?.t === "nack") return answer.code === "storage" ? "storage" : Promise.reject(new Error(answer.code));
    if (client.closeCode !== undefined) return client.closeCode;
    await client.change();
  }
}

const join_ = (url: string, board: TestBoard): Promise<BoardClient> => BoardClient.join(url, board, { proof: "ann-is-the-author" });

test.runIf(isMounted)("a full disk puts pushes off, keeps boards readable, and is left by itself", async () => {
  const dataDir = join(mountPoint, "data");
  mkdirSync(dataDir);
  const server = await ServerProcess.start({}, dataDir);
  const board = await createBoard(server.url);
  let ann = await join_(server.url, board);
  let n = 0;
  while (n < 5) expect(await push(ann, (n += 1))).toBe("ack");
  fill();
  // Pages that are there already take some more; the first commit that finds no room closes the line.
  let answer: Answer = "ack";
  while (answer === "ack" && n < 2_000) answer = await push(ann, (n += 1));
  expect(answer).toBe(4500);
  for (let round = 0; round < 3; round++) {
    ann = await join_(server.url, board);
    expect(ann.board().size).toBe(n - 1);
    expect(await push(ann, n)).toBe("storage");
    expect(await push(ann, n)).toBe("storage");
    ann.close();
  }
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { ok: true, degraded: ["disk_full"] }]);
  const creation = await fetch(`${server.url}/api/boards`, { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
  // A row may still fit into pages that are there.
  expect([201, 507]).toContain(creation.status);
  rmSync(FILLER);
  ann = await join_(server.url, board);
  let putOff = 0;
  while ((answer = await push(ann, n)) === "storage" && putOff < 100) {
    putOff += 1;
    await new Promise((resolve) => setTimeout(resolve, 100)); // wait reason: the server asks the disk every two seconds
  }
  expect(answer).toBe("ack");
  expect(await push(ann, n + 1)).toBe("ack");
  ann.close();
  expect((await hashOf(server.url, board)).board.size).toBe(n + 1);
  expect(server.lines.join("\n")).not.toContain("uncaught");
  await server.kill();
});

test.runIf(isMounted)("a board that nobody has opened yet can be opened on a full disk, and takes pushes when there is room", async () => {
  const dataDir = join(mountPoint, "unopened");
  mkdirSync(dataDir);
  const server = await ServerProcess.start({}, dataDir);
  const board = await createBoard(server.url);
  fill();
  const join1 = async (): Promise<BoardClient> => {
    // The first to come is how the server learns that the disk is full.
    for (let tries = 0; tries < 3; tries++) {
      const client = await join_(server.url, board).catch(() => undefined);
      if (client !== undefined) return client;
    }
    throw new Error("the board did not open");
  };
  let ann = await join1();
  expect(ann.board().size).toBe(0);
  expect(await push(ann, 1)).toBe("storage");
  rmSync(FILLER);
  let answer: Answer;
  let putOff = 0;
  while ((answer = await push(ann, 1)) === "storage" && putOff < 100) {
    putOff += 1;
    await new Promise((resolve) => setTimeout(resolve, 100)); // wait reason: the server asks the disk every two seconds
  }
  expect(answer).toBe("ack");
  const before = ann.received.find((message) => message.t === "welcome")?.epoch;
  ann.close();
  ann = await join_(server.url, board);
  expect(ann.received.find((message) => message.t === "welcome")).toMatchObject({ epoch: before, head: 1 });
  ann.close();
  await server.kill();
});
