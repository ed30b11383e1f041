import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, expectSameBoard } from "../pages/board-page.ts";

type Record_ = { readonly shape: Readonly<Record<string, unknown>> };

/** The one shape of a tab as a plain object. */
async function onlyShape(board: BoardPage): Promise<Readonly<Record<string, unknown>>> {
  const [entry, ...others] = Object.values(await board.records());
  expect(others).toEqual([]);
  return (entry as Record_).shape; // reason: live entries have a shape
}

test("a diamond by its key and another form from the tray, seen by the other, turned into a third in the panel, and back by undo", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  await ann.press("d");
  const tray = ann.page.locator(".form-tray");
  await expect(tray.getByRole("radio", { name: "Diamond" })).toHaveAttribute("aria-checked", "true");
  await tray.getByRole("radio", { name: "Hexagon" }).click();
  await ann.drag([
    { x: 300, y: 200 },
    { x: 400, y: 260 },
    { x: 520, y: 340 },
  ]);
  await expect(tray).toHaveCount(0);
  await bea.hasShapes(1);
  expect(await onlyShape(bea)).toMatchObject({ kind: "geo", form: "hexagon", w: 220, h: 140, corners: "rounded" });
  const panel = ann.page.locator(".style-panel");
  await panel.getByRole("radio", { name: "Star" }).click();
  await panel.getByRole("radio", { name: "Sharp corners" }).click();
  await expect.poll(async () => (await onlyShape(bea))["corners"]).toBe("sharp");
  expect((await onlyShape(bea))["form"]).toBe("star");
  await ann.undo();
  await ann.undo();
  await expect.poll(async () => (await onlyShape(bea))["form"]).toBe("hexagon");
  await ann.saved();
  await expectSameBoard(ann, bea);
});
