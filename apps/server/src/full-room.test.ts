// A room that holds as many bytes of pictures as it may.
import { rmSync } from "node:fs";
import { type BoardEnv, BoardRoom, GRANT_HEADER } from "@inkroom/board-room";
import { serveRooms } from "@inkroom/node-host";
import { expect, test } from "vitest";
import { sha256 } from "./testing/blob-client.ts";
import { pngOf } from "./testing/picture-bytes.ts";
import { newDataDir } from "./testing/server-process.ts";

test("a picture above what a room may hold is refused, what is there can be had and given again, and nothing is kept of the other", async () => {
  const dataDir = newDataDir();
  const served = await serveRooms<BoardEnv>({
    parties: { board: BoardRoom },
    env: { limits: { maxBlobBytes: 3_000_000 } },
    dataDir,
    hooks: { onBeforeRequest: () => new Response(null, { status: 404 }) },
  });
  const grant = { [GRANT_HEADER]: JSON.stringify({ role: "edit", link: "l" }) };
  const ask = async (method: "GET" | "PUT", bytes: Uint8Array<ArrayBuffer>): Promise<number> => {
    const init = { method, headers: { ...grant, "content-type": "image/png" }, ...(method === "PUT" ? { body: bytes } : {}) };
    return (await served.rooms.request("board", "r", new Request(`http://room/blobs/${sha256(bytes)}`, init))).status;
  };
  const [first, second, third] = [pngOf(1, 1, 2_000_000, 1), pngOf(1, 1, 1_000_001, 2), pngOf(1, 1, 1_000_000, 3)];
  expect(await ask("PUT", first)).toBe(200);
  expect(await ask("PUT", second)).toBe(507);
  expect(await ask("GET", second)).toBe(204);
  expect(await ask("PUT", first)).toBe(200);
  expect(await ask("PUT", third)).toBe(200);
  expect([await ask("GET", first), await ask("GET", third)]).toEqual([200, 200]);
  await served.close();
  rmSync(dataDir, { recursive: true });
});
