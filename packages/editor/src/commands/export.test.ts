import { expect, test } from "vitest";
import { createEditor } from "../editor.ts";
import type { ExportRequest } from "../export-request.ts";
import { createTestBoard } from "../test-board-store.ts";

test("each export command asks the host for one picture and leaves the board alone", () => {
  const asked: ExportRequest[] = [];
  const board = createTestBoard();
  const editor = createEditor({
    store: board,
    measureText: () => ({ w: 1, h: 1 }),
    newId: () => "made",
    now: () => 0,
    onExport: (request) => void asked.push(request),
  });
  for (const id of ["export.png", "export.svg", "export.copy-png", "export.copy-svg"] as const) expect(editor.run(id)).toBe(true);
  expect(asked).toEqual([
    { format: "png", to: "file" },
    { format: "svg", to: "file" },
    { format: "png", to: "clipboard" },
    { format: "svg", to: "clipboard" },
  ]);
  expect(editor.state.canUndo).toBe(false);
});

test("a host that makes no pictures is asked for none", () => {
  const editor = createEditor({ store: createTestBoard(), measureText: () => ({ w: 1, h: 1 }), newId: () => "made", now: () => 0 });
  expect(editor.run("export.png")).toBe(true);
  expect(editor.state.canUndo).toBe(false);
});
