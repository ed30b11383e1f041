import { expect, test } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { plainEntry } from "../pages/board-contents.ts";
import { type BoardPage, expectSameBoard, wave } from "../pages/board-page.ts";
import { PLAIN_RECT } from "@inkroom/shapes/testing";

/** Draws strokes until told to stop; returns how many. */
async function keepDrawing(person: BoardPage, row: number, isOver: () => boolean): Promise<number> {
  let strokes = 0;
  await person.selectTool("draw");
  while (!isOver()) {
    const y = 160 + row * 220 + (strokes % 8) * 22;
    await person.drag(wave({ x: 220 + (strokes % 5) * 30, y }, { x: 760, y: y + 10 }, 12));
    strokes += 1;
  }
  return strokes;
}

test("kill -9 under two drawing tabs loses nothing that was acknowledged, and the rest arrives from the outbox", async ({
  join,
  bot,
  server,
}) => {
  const ann = await join();
  const bea = await join();
  for (const person of [ann, bea]) person.watch.expectErrors(CONNECTION_LOST);
  const witness = await bot();
  let isOver = false;
  const drawing = Promise.all([keepDrawing(ann, 0, () => isOver), keepDrawing(bea, 1, () => isOver)]);
  for (let round = 0; round < 3; round += 1) {
    const seq = await ann.number("seq");
    await expect.poll(() => ann.number("seq")).toBeGreaterThan(seq + 3);
    await server.kill();
    await expect(ann.root).not.toHaveAttribute("data-state", "live");
    await server.restart();
    await ann.live();
    await bea.live();
  }
  isOver = true;
  const strokes = (await drawing).reduce((sum, count) => sum + count, 0);
  for (const person of [ann, bea]) await person.saved();
  for (const person of [ann, bea]) await person.hasShapes(strokes);
  await expectSameBoard(ann, bea);
  // The witness lived until the first kill: what it had been told then was acknowledged and must still be there.
  const acknowledged = [...witness.entries().keys()];
  const truth = (await bot()).entries();
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter((id) => !truth.has(id))).toEqual([]);
  const told = Object.fromEntries([...truth].map(([id, entry]) => [id, plainEntry(entry)]));
  expect(await ann.records()).toEqual(told);
});

test("each acknowledged push is there after the kill that follows it", async ({ bot, server }) => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const member = await bot();
    for (let push = 0; push < 5; push += 1) {
      const id = `r${round}p${push}`;
      const answer = await member.push([{ op: "add", shape: rectangle(id) }]);
      expect(answer.t).toBe("ack");
      acknowledged.push(id);
    }
    await server.kill();
    await server.restart();
    const found = (await bot()).entries();
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  }
});

function rectangle(id: string) {
  const place = { parent: "page", index: "a0", x: 10, y: 10, rotation: 0, opacity: 1, locked: false, link: "" };
  return { id, kind: "rect", ...PLAIN_RECT, ...place, w: 40, h: 30, color: "ink", fill: "none", dash: "solid", size: "m" } as const;
}
