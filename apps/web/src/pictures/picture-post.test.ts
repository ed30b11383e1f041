import { expect, test } from "vitest";
import "fake-indexeddb/auto";
import type { PictureAnswer, PictureLine } from "./picture-line.ts";
import { PicturePost } from "./picture-post.ts";
import { forgetPictures, openPictureRows, type PictureRows } from "./picture-rows.ts";

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer; // reason: a new buffer each
const LATER: PictureAnswer = { kind: "later" };
const ABSENT: PictureAnswer = { kind: "absent" };
const STORED: PictureAnswer = { kind: "stored" };
let databases = 0;

/** A tab whose line gives these answers one after the other, the last one again and again. */
function tabOf(rows: PictureRows, answers: { readonly [way in "get" | "has" | "put"]?: readonly PictureAnswer[] }) {
  const asked: string[] = [];
  const pauses: number[] = [];
  const refused: number[] = [];
  const next = (list: readonly PictureAnswer[] | undefined, asking: string): PictureAnswer => {
    const before = asked.filter((each) => each === asking).length;
    asked.push(asking);
    return list?.[Math.min(before, list.length - 1)] ?? LATER;
  };
  const line: PictureLine = {
    get: async (hash) => next(answers.get, `get ${hash}`),
    has: async (hash) => next(answers.has, `has ${hash}`),
    put: async (hash) => next(answers.put, `put ${hash}`),
  };
  const post = new PicturePost({
    board: "b",
    rows,
    line,
    now: () => 1,
    pause: async (ms) => void pauses.push(ms),
    onRefused: (status) => refused.push(status),
  });
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => (post.unsent.get() === count ? resolve() : undefined);
      post.unsent.subscribe(look);
      look();
    });
  return { post, asked, pauses, refused, until };
}
const newRows = (): Promise<PictureRows> => openPictureRows(`pictures-${(databases += 1)}`);

test("a picture is kept before it is sent, counts until the room has it, and is tried again where there is no line", async () => {
  const rows = await newRows();
  const { post, pauses, asked, until } = tabOf(rows, { put: [LATER, LATER, STORED] });
  await post.add("h", { bytes: bytesOf("cat"), mime: "image/png" });
  expect(post.unsent.get()).toBe(1);
  expect(await rows.get("b", "h")).toMatchObject({ state: "unsent", mime: "image/png" });
  await until(0);
  expect((await rows.get("b", "h"))?.state).toBe("kept");
  expect([asked, pauses]).toEqual([
    ["put h", "put h", "put h"],
    [400, 800],
  ]);
});

test("what a tab left unsent is sent by the next one, and only for its own board", async () => {
  const rows = await newRows();
  for (const board of ["b", "other"]) await rows.put(board, board, { state: "unsent", mime: "image/png", bytes: bytesOf("x"), usedAt: 0 });
  const { post, asked, until } = tabOf(rows, { put: [STORED] });
  await post.send();
  await until(0);
  expect(asked).toEqual(["put b"]);
  expect((await rows.get("other", "other"))?.state).toBe("unsent");
});

test("a refused picture is told once, not sent again, and stays on this device", async () => {
  const rows = await newRows();
  const { post, asked, refused, until } = tabOf(rows, { put: [{ kind: "refused", status: 507 }] });
  await post.add("h", { bytes: bytesOf("cat"), mime: "image/png" });
  await until(0);
  await post.send();
  expect([refused, asked]).toEqual([[507], ["put h"]]);
  expect(await (await post.load("h")).text()).toBe("cat");
});

test("bytes that the room does not have yet are asked for until it has them, once for all who want them", async () => {
  const found: PictureAnswer = { kind: "bytes", bytes: bytesOf("cat"), mime: "image/webp" };
  const { post, asked, pauses } = tabOf(await newRows(), { get: [ABSENT, LATER, ABSENT, found] });
  const [one, two] = await Promise.all([post.load("h"), post.load("h")]);
  expect(await one.text()).toBe("cat");
  expect([one.type, two === one]).toEqual(["image/webp", true]);
  expect([asked.length, pauses]).toEqual([4, [400, 800, 1_500]]);
  await post.load("h");
  expect(asked).toHaveLength(4);
});

test("bytes that are not for this link are not asked for again and again", async () => {
  const { post, asked } = tabOf(await newRows(), { get: [{ kind: "refused", status: 404 }] });
  await expect(post.load("h")).rejects.toThrow("cannot be had");
  expect(asked).toHaveLength(1);
});

test("a picture copied from another board of this browser is this board's too; one that is nowhere is not", async () => {
  const rows = await newRows();
  await rows.put("other", "h", { state: "kept", mime: "image/gif", bytes: bytesOf("cat"), usedAt: 0 });
  const { post, asked, until } = tabOf(rows, { put: [STORED], get: [ABSENT] });
  expect([await post.claim("h"), await post.claim("nowhere")]).toEqual([true, false]);
  await until(0);
  expect(asked.filter((each) => each.startsWith("put"))).toEqual(["put h"]);
  expect(await rows.get("b", "h")).toMatchObject({ state: "kept", mime: "image/gif" });
});

test("what was used longest ago makes way, but for what its room does not have", async () => {
  const rows = await newRows();
  const row = (usedAt: number, state: "kept" | "unsent") => ({ state, mime: "image/png", bytes: new ArrayBuffer(100), usedAt });
  await rows.put("b", "old", row(1, "kept"));
  await rows.put("b", "own", row(0, "unsent"));
  await rows.put("b", "new", row(2, "kept"));
  await rows.trim(100);
  expect([await rows.get("b", "old"), (await rows.get("b", "own"))?.state, (await rows.get("b", "new"))?.state]).toEqual([
    undefined,
    "unsent",
    "kept",
  ]);
});

test("a board that is taken off the list leaves no pictures behind but those its room does not have", async () => {
  const name = "forgotten";
  const rows = await openPictureRows(name);
  const row = (state: "kept" | "unsent") => ({ state, mime: "image/png", bytes: new ArrayBuffer(1), usedAt: 0 });
  await rows.put("b", "kept", row("kept"));
  await rows.put("b", "own", row("unsent"));
  await rows.put("other", "kept", row("kept"));
  await forgetPictures("b", name);
  expect([await rows.get("b", "kept"), (await rows.get("b", "own"))?.state]).toEqual([undefined, "unsent"]);
  expect((await rows.get("other", "kept"))?.state).toBe("kept");
});

test("a room that has lost what it was sent is sent it again, and one that has it is only asked", async () => {
  const { post, asked, until } = tabOf(await newRows(), { put: [STORED], has: [STORED, ABSENT] });
  await post.add("h", { bytes: bytesOf("cat"), mime: "image/png" });
  await until(0);
  await post.recheck();
  expect(asked).toEqual(["put h", "has h"]);
  await post.recheck();
  await until(0);
  expect(asked).toEqual(["put h", "has h", "has h", "put h"]);
});
