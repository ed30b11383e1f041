// What people see when the server's disk is full, and when a board's file was damaged.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createBoard } from "../fixtures/boards.ts";
import { startServer } from "../fixtures/server-process.ts";
import { expect, test } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { wave } from "../pages/board-page.ts";

const CHUNK = new Uint8Array(16 * 1024);

function fill(file: string): void {
  try {
    for (;;) writeFileSync(file, CHUNK, { flag: "a" });
  } catch {
    // Full, which is what was wanted.
  }
}

test("on a full disk one can go on drawing, is told that nothing can be saved, and it is saved once there is room", async ({ person }) => {
  const mountPoint = mkdtempSync(path.join(os.tmpdir(), "inkroom-e2e-full-"));
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", mountPoint]).status === 0;
  if (!isMounted) return void test.info().annotations.push({ type: "not run", description: "needs the right to mount" });
  const server = await startServer({ env: { DATA_DIR: mountPoint } });
  try {
    const board = await createBoard(server.url);
    const filler = path.join(mountPoint, "filler");
    fill(filler);
    const ann = await person();
    ann.watch.expectErrors(CONNECTION_LOST);
    await ann.open(board.editUrl);
    await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
    await expect(ann.status).toContainText(/The server cannot save now — \d+ changes? kept on this device/);
    await ann.hasShapes(1);
    rmSync(filler);
    await ann.saved();
    await expect(ann.status).toContainText("All changes saved");
  } finally {
    await server.dispose();
    spawnSync("umount", ["-l", mountPoint]);
    rmSync(mountPoint, { recursive: true, force: true });
  }
});

test("a board whose file was damaged is shown as far as it is good, and says why nobody can draw on it", async ({ person }) => {
  const server = await startServer();
  try {
    const board = await createBoard(server.url);
    const ann = await person();
    ann.watch.expectErrors(CONNECTION_LOST);
    await ann.open(board.editUrl);
    for (const y of [200, 300, 400]) await ann.drawBetween("rect", { x: 300, y }, { x: 400, y: y + 50 });
    await ann.saved();
    await server.kill();
    damage(server.dataDir);
    await server.restart();
    const bea = await person();
    bea.watch.expectErrors(CONNECTION_LOST);
    await bea.open(board.editUrl);
    await expect(bea.status).toContainText("Read-only — the saved board was found damaged");
    await expect(bea.page.getByText("The board's file was damaged on the server.")).toBeVisible();
    await bea.hasShapes(1);
    await bea.press("p");
    await expect(bea.page.locator('[data-tool="draw"]')).toHaveCount(0);
  } finally {
    await server.dispose();
  }
});

/** Writes over the second entry of the log of the one room there is. */
function damage(dataDir: string): void {
  const rooms = path.join(dataDir, "rooms");
  const file = readdirSync(rooms, { recursive: true, encoding: "utf8" }).find((name) => name.endsWith(".db"));
  const db = new DatabaseSync(path.join(rooms, file ?? ""));
  db.exec("UPDATE _cf_log SET body = x'0190' WHERE seq = 2");
  db.close();
}
