import { cpSync, rmSync } from "node:fs";
import { expect, test } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { BLUE, dropPhotos, RED, showsColor, twoColors } from "../pages/photos.ts";
import { expectSameBoard, wave } from "../pages/board-page.ts";

test("a server that is put back to an older copy of its data gets what open tabs hold, each stroke once, and pictures", async ({
  join,
  bot,
  server,
}) => {
  // Three starts of a server.
  test.slow();
  const copy = `${server.dataDir}-copy`;
  const ann = await join();
  const bea = await join();
  for (const person of [ann, bea]) person.watch.expectErrors(CONNECTION_LOST);
  await ann.draw(wave({ x: 250, y: 150 }, { x: 600, y: 190 }));
  await ann.saved();
  await bea.hasShapes(1);
  await server.kill();
  cpSync(server.dataDir, copy, { recursive: true });
  await server.restart();
  for (const person of [ann, bea]) await person.live();
  for (let stroke = 0; stroke < 2; stroke += 1) {
    await ann.draw(wave({ x: 250, y: 220 + stroke * 30 }, { x: 600, y: 250 + stroke * 30 }));
    await bea.draw(wave({ x: 650, y: 220 + stroke * 30 }, { x: 950, y: 250 + stroke * 30 }));
  }
  await dropPhotos(ann, { x: 640, y: 480 }, [{ name: "two.png", type: "image/png", bytes: twoColors(300, 200) }]);
  await expect(ann.root).toHaveAttribute("data-pictures", "0");
  for (const person of [ann, bea]) {
    await person.saved();
    await person.hasShapes(6);
  }
  // The last stroke of the other is there to its end.
  await expectSameBoard(ann, bea);
  const before = JSON.stringify(await ann.records());
  const seq = await ann.number("seq");
  await server.kill();
  rmSync(server.dataDir, { recursive: true });
  cpSync(copy, server.dataDir, { recursive: true });
  await server.restart();
  for (const person of [ann, bea]) {
    await person.live();
    await person.saved();
    await person.hasShapes(6);
  }
  await expectSameBoard(ann, bea);
  // As many transactions as before, with the same names: nothing is missing, nothing is there twice.
  await expect(ann.root).toHaveAttribute("data-seq", String(seq));
  expect(JSON.stringify(await ann.records())).toBe(before);
  expect((await bot()).entries().size).toBe(6);
  const cat = await join();
  await showsColor(cat, { x: 520, y: 500 }, RED);
  await showsColor(cat, { x: 760, y: 500 }, BLUE);
  rmSync(copy, { recursive: true });
});
