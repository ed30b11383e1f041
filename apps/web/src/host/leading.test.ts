import { createEditor } from "@inkroom/editor";
import { createReplica } from "@inkroom/sync";
import { expect, test } from "vitest";
import { createLeading } from "./leading.ts";

function withEditor() {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  editor.setViewport({ w: 800, h: 600 });
  const told: unknown[] = [];
  const leading = createLeading(editor, { setLead: (view) => void told.push(view) });
  return { editor, leading, told, replica };
}

test("while everyone is brought here they are told what is seen, each view once, and when it is over", () => {
  const { editor, leading, told } = withEditor();
  editor.setCamera({ x: 1, y: 1, zoom: 1 });
  leading.start();
  editor.setCamera({ x: 100, y: 200, zoom: 2 });
  editor.setTool("draw");
  leading.stop();
  leading.stop();
  editor.setCamera({ x: 0, y: 0, zoom: 1 });
  expect(told).toEqual([{ x: 1, y: 1, w: 800, h: 600 }, { x: 100, y: 200, w: 400, h: 300 }, undefined]);
});

test("it ends where the link no longer allows to edit, and cannot begin there", () => {
  const { editor, leading, told, replica } = withEditor();
  leading.start();
  replica.setCanEdit(false);
  editor.dispatch({ type: "tick", tMs: 0 });
  expect(leading.isOn.get()).toBe(false);
  expect(told.at(-1)).toBeUndefined();
  leading.start();
  expect(leading.isOn.get()).toBe(false);
});
