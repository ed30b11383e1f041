import { DEFAULT_STYLE, type EditorState } from "@inkroom/editor";
import { PAGE_ID, PLAIN_FACE, type Shape } from "@inkroom/shapes";
import { describe, expect, it } from "vitest";
import { panelStyle } from "./panel-style.ts";
import { placeOf } from "./place-of.ts";

const WORDS = ["align", "bold", "font", "italic"];

const written = (text: string, id = "t"): Shape =>
  ({
    ...{ id, index: "a0", parent: PAGE_ID, kind: "text", x: 10, y: 20, w: 0, h: 0, rotation: 0, opacity: 1, locked: false, link: "" },
    ...{ color: "ink", size: "m", text, autoWidth: true, scale: 1, align: "left", ...PLAIN_FACE },
  }) as Shape; // reason: what the panel looks at

/** `ghost`: seen by this person, and not on the board. */
function shown(shape: Shape, { isGhost = false, isEdited = false, more = {} as Partial<EditorState> } = {}) {
  const onBoard = new Map(isGhost ? [] : [[shape.id, shape]]);
  const editor = { shape: (id: string) => (id === shape.id ? shape : undefined), view: { get: (id: string) => onBoard.get(id) } };
  const editing = isEdited ? { editingText: { id: shape.id } } : {};
  const state = { selection: new Set([shape.id]), style: DEFAULT_STYLE, tool: "select", ...editing, ...more } as unknown as EditorState; // reason: what the panel looks at
  return { panel: panelStyle(editor as never, state), place: placeOf(editor as never, state) }; // reason: as above
}

const keysOf = (panel: object | undefined): string[] => Object.keys(panel ?? {});

describe("the panel of a text", () => {
  it("shows the same rows before its first letter as the tool that has begun it", () => {
    const { panel: ofTool } = shown(written(""), { more: { selection: new Set(), tool: "text" } });
    const { panel } = shown(written(""), { isGhost: true, isEdited: true });
    expect(keysOf(panel).sort()).toEqual(keysOf(ofTool).sort());
    expect(keysOf(panel)).toEqual(expect.arrayContaining(WORDS));
  });

  it("shows no numbers for what is not on the board yet, and none of what can be done with it", () => {
    expect(shown(written(""), { isGhost: true, isEdited: true })).toMatchObject({ place: undefined });
    expect(shown(written(""), { isGhost: true, isEdited: true }).panel).not.toHaveProperty("hasSelection");
    expect(shown(written("a"), { isEdited: true })).toMatchObject({ panel: { hasSelection: true }, place: { x: 10, y: 20 } });
  });

  it("keeps its rows while all its letters are gone", () => {
    expect(keysOf(shown(written(""), { isEdited: true }).panel)).toEqual(expect.arrayContaining(WORDS));
  });
});

describe("the panel of a shape without words", () => {
  const label = { ...written(""), kind: "rect", dash: "solid" } as unknown as Shape; // reason: what the panel looks at

  it("says how words are set once some are begun", () => {
    expect(keysOf(shown(label).panel)).not.toContain("font");
    expect(keysOf(shown(label, { isEdited: true }).panel)).toContain("font");
  });
});
