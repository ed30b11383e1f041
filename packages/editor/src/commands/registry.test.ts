import { describe, expect, it } from "vitest";
import type { KeyInput } from "../input-event.ts";
import { Hand, rect } from "../test-hand.ts";
import type { ToolId } from "../tool-id.ts";
import type { Command } from "./command.ts";
import { KEY_PRESETS, type KeyPreset, shortcutsOf } from "./key-preset.ts";
import { COMMANDS, commandById, commandForKey } from "./registry.ts";
import { formatShortcut, keysOf, matchesShortcut } from "./shortcut.ts";

const key = (name: string, more: Partial<KeyInput> = {}): KeyInput => ({
  type: "key-down",
  key: name,
  code: "",
  shift: false,
  alt: false,
  mod: false,
  repeat: false,
  ...more,
});
/** What a US keyboard types with Shift where it is no letter. */
const SHIFTED = new Map(
  Object.entries({ "1": "!", "2": "@", "0": ")", "[": "{", "]": "}", "=": "+", "-": "_", ",": "<", ".": ">", "/": "?" }),
);
const CODES = new Map(
  Object.entries({
    "[": "BracketLeft",
    "]": "BracketRight",
    "=": "Equal",
    "-": "Minus",
    ",": "Comma",
    ".": "Period",
    "/": "Slash",
    "?": "Slash",
  }),
);

/** The presses that a command's keys stand for: as a US keyboard sends them, and with a Greek one, or Option of a Mac, in its place. */
function pressesOf(command: Command, preset: KeyPreset): { readonly id: string; readonly press: KeyInput }[] {
  return shortcutsOf(command, preset).flatMap(({ key: name, ...modifiers }) => {
    const code = /^[a-z]$/.test(name) ? `Key${name.toUpperCase()}` : /^\d$/.test(name) ? `Digit${name}` : (CODES.get(name) ?? "");
    const typed = modifiers.shift === true ? (SHIFTED.get(name) ?? name.toUpperCase()) : name;
    const press = key(name.length > 1 ? name : typed, { ...modifiers, code, shift: modifiers.shift === true || name === "?" });
    const elsewhere = code.startsWith("Key") ? [{ id: command.id, press: { ...press, key: "ξ" } }] : [];
    return [{ id: command.id, press }, ...elsewhere];
  });
}

/** What is selected has something of everything written on it. */
const WRITTEN = { hasWords: true, hasChecks: true, hasLinks: true };
const busyHand = () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.select(["a"]);
  hand.key("ArrowLeft");
  hand.key("ArrowLeft");
  hand.undo();
  hand.editor.select(["a"]);
  return hand;
};

describe("the key map", () => {
  it("no id is used twice", () => {
    expect(new Set(COMMANDS.map((command) => command.id)).size).toBe(COMMANDS.length);
  });

  it.each(KEY_PRESETS)("of %s no press means two commands, on the board or in the field of a text", (preset) => {
    for (const isField of [true, false]) {
      const commands = COMMANDS.filter(({ isFieldKey = false }) => isFieldKey === isField);
      for (const { id, press } of commands.flatMap((command) => pressesOf(command, preset))) {
        const meant = commands.filter((command) =>
          shortcutsOf(command, preset).some((shortcut) => keysOf(press).some((typed) => matchesShortcut(shortcut, typed, press))),
        );
        expect([press, meant.map((command) => command.id)]).toEqual([press, [id]]);
      }
    }
  });

  it.each(KEY_PRESETS)("of %s every shortcut of every command is found by its press", (keyPreset) => {
    const one = {
      ...busyHand().state,
      keyPreset,
      tool: "select" as const,
      isGrouped: true,
      isFrame: true,
      isLine: true,
      link: "https://ink.example",
      copiedStyle: {},
      ...WRITTEN,
    };
    const three = { ...one, selection: new Set(["a", "b", "c"]) };
    for (const command of COMMANDS) {
      expect(commandById(command.id)).toBe(command);
      if (command.isHostKey === true || command.isFieldKey === true) continue;
      for (const { press } of pressesOf(command, keyPreset)) {
        const found = [one, three].map((state) => commandForKey(press, state)?.id);
        expect([press, found]).toEqual([press, expect.arrayContaining([command.id])]);
      }
    }
  });

  it("leaves the keys of the clipboard, and Tab, to the host", () => {
    const hostKeys = COMMANDS.filter(({ isHostKey }) => isHostKey === true);
    expect(hostKeys.map(({ id }) => id)).toEqual(["edit.cut", "edit.copy", "edit.paste", "edit.select-next", "edit.select-previous"]);
    for (const name of ["x", "c", "v"]) expect(commandForKey(key(name, { mod: true }), busyHand().state)).toBeUndefined();
  });

  it("leaves the keys of whoever writes to the text field", () => {
    const fieldKeys = COMMANDS.filter(({ isFieldKey }) => isFieldKey === true);
    expect(fieldKeys.map(({ id }) => id)).toEqual(["note.right", "note.left", "note.below", "note.above"]);
    const state = { ...busyHand().state, busy: false, isNote: true };
    expect(commandForKey(key("Enter", { mod: true }), state)).toBeUndefined();
  });

  it.each<[string, Partial<KeyInput>, string | undefined]>([
    ["v", {}, "tool.select"],
    ["1", {}, "tool.select"],
    ["h", {}, "tool.hand"],
    ["r", {}, "tool.rect"],
    ["2", {}, "tool.rect"],
    ["o", {}, "tool.ellipse"],
    ["4", {}, "tool.ellipse"],
    ["a", {}, "tool.arrow"],
    ["5", {}, "tool.arrow"],
    ["l", {}, "tool.line"],
    ["6", {}, "tool.line"],
    ["p", {}, "tool.draw"],
    ["x", {}, "tool.draw"],
    ["7", {}, "tool.draw"],
    ["t", {}, "tool.text"],
    ["8", {}, "tool.text"],
    ["e", {}, "tool.erase"],
    ["0", {}, "tool.erase"],
    ["q", {}, "tool.lock"],
    ["z", { mod: true }, "edit.undo"],
    ["Z", { mod: true, shift: true }, "edit.redo"],
    ["y", { mod: true }, "edit.redo"],
    ["d", { mod: true }, "edit.duplicate"],
    ["Delete", {}, "edit.delete"],
    ["Backspace", {}, "edit.delete"],
    ["a", { mod: true }, "edit.select-all"],
    ["]", { mod: true }, "order.forward"],
    ["[", { alt: true }, "order.backward"],
    ["]", {}, "order.front"],
    ["[", {}, "order.back"],
    ["}", { mod: true, shift: true, code: "BracketRight" }, "order.front"],
    ["‘", { mod: true, alt: true, code: "BracketRight" }, "order.front"],
    ["+", { mod: true, shift: true, code: "Equal" }, "view.zoom-in"],
    ["=", {}, "view.zoom-in"],
    ["-", {}, "view.zoom-out"],
    ["0", { mod: true }, "view.zoom-100"],
    [")", { shift: true, code: "Digit0" }, "view.zoom-100"],
    ["!", { shift: true, code: "Digit1" }, "view.zoom-fit"],
    ["1", { shift: true, code: "Digit1" }, "view.zoom-fit"],
    ["@", { shift: true, code: "Digit2" }, "view.zoom-selection"],
    ["&", { code: "Digit1" }, "tool.select"],
    ["PageUp", {}, "view.page-up"],
    ["PageDown", { shift: true }, "view.page-right"],
    ["ArrowLeft", { shift: true }, "edit.nudge-left-far"],
    ["Enter", {}, "edit.edit-text"],
    ["V", {}, "tool.select"],
    ["м", { code: "KeyV" }, "tool.select"],
    ["Я", { mod: true, code: "KeyZ" }, "edit.undo"],
    ["w", { code: "KeyZ", mod: true }, undefined],
    ["R", { shift: true }, undefined],
    ["j", { alt: true }, undefined],
    ["r", { mod: true }, undefined],
    ["/", { mod: true, code: "Slash" }, "open.palette"],
    ["/", { mod: true, shift: true, code: "Digit7" }, "open.palette"],
    ["P", { mod: true, shift: true, code: "KeyP" }, "open.palette"],
    ["?", { shift: true, code: "Slash" }, "open.help"],
    ["F10", { shift: true, code: "F10" }, "open.menu"],
    ["Î", { shift: true, alt: true, code: "KeyD" }, "view.theme"],
    ["ArrowUp", { mod: true }, "edit.grow-up"],
  ])("%s %o means %s", (name, more, id) => {
    expect(commandForKey(key(name, more), busyHand().state)?.id).toBe(id);
  });

  it.each<[string, Partial<KeyInput>, string | undefined]>([
    ["d", {}, "tool.draw"],
    ["b", {}, "tool.draw"],
    ["x", {}, "tool.draw"],
    ["p", {}, undefined],
    ["в", { code: "KeyD" }, "tool.draw"],
    ["g", {}, "tool.geo"],
    ["r", {}, "tool.rect"],
    ["n", {}, "tool.note"],
    ["1", {}, "tool.select"],
    ["2", {}, "tool.hand"],
    ["3", {}, "tool.draw"],
    ["&", { code: "Digit1" }, "tool.select"],
    ["0", {}, "tool.arrow"],
    ["a", { alt: true, code: "KeyA" }, "align.left"],
    ["å", { alt: true, code: "KeyA" }, "align.left"],
    ["s", { alt: true, code: "KeyS" }, "align.bottom"],
    ["h", { alt: true, code: "KeyH" }, "align.centre-x"],
    ["Ó", { alt: true, shift: true, code: "KeyH" }, "align.distribute-x"],
    ["]", {}, "order.front"],
    ["]", { alt: true }, "order.forward"],
    ["]", { mod: true }, undefined],
    ["C", { mod: true, shift: true, code: "KeyC" }, "export.copy-png"],
    ["u", { mod: true }, "tool.image"],
    ["9", {}, "tool.line"],
    ["/", { mod: true, code: "Slash" }, "view.theme"],
    ["÷", { mod: true, alt: true, code: "Slash" }, "open.help"],
    ["L", { shift: true, code: "KeyL" }, "edit.lock"],
    ["ArrowRight", { mod: true }, "edit.select-right"],
    ["ArrowUp", { mod: true, shift: true }, "edit.select-parent"],
  ])("with the keys of tldraw %s %o means %s", (name, more, id) => {
    const state = { ...busyHand().state, tool: "select" as const, keyPreset: "tldraw" as const, selection: new Set(["a", "b", "c"]) };
    expect(commandForKey(key(name, more), state)?.id).toBe(id);
  });

  it("nothing but zooming is found while a text is edited, nothing but the view while a press is under way", () => {
    const { state } = busyHand();
    const editing = { ...state, editingText: { id: "a", field: { text: "", runs: [] } } };
    expect(commandForKey(key("r"), editing)).toBeUndefined();
    expect(commandForKey(key("="), editing)).toBeUndefined();
    expect(commandForKey(key("=", { mod: true }), editing)?.id).toBe("view.zoom-in");
    const busy = { ...state, busy: true };
    expect(commandForKey(key("z", { mod: true }), busy)).toBeUndefined();
    expect(commandForKey(key("="), busy)?.id).toBe("view.zoom-in");
  });

  it("a letter typed on another layout wins over its place on the keyboard", () => {
    expect(keysOf(key("z", { code: "KeyY" }))).toEqual(["z"]);
    expect(keysOf(key("Dead", { code: "BracketLeft" }))).toEqual(["Dead", "["]);
  });

  it("shortcuts are written as each platform does", () => {
    const redo = commandById("edit.redo").keys[0];
    if (redo === undefined) throw new Error("no shortcut");
    expect([formatShortcut(redo, "mac"), formatShortcut(redo, "other")]).toEqual(["⇧⌘Z", "Ctrl+Shift+Z"]);
    expect(formatShortcut({ key: "Delete" }, "other")).toBe("Del");
    expect(formatShortcut({ key: "[", alt: true }, "mac")).toBe("⌥[");
  });
});

describe("commands", () => {
  it.each<ToolId>(["select", "hand", "draw", "erase", "rect", "ellipse", "line", "arrow", "text"])("tool.%s chooses its tool", (tool) => {
    const hand = new Hand();
    hand.editor.run(`tool.${tool}`);
    expect(hand.state.tool).toBe(tool);
  });

  it("H again goes back to the tool before", () => {
    const hand = new Hand();
    hand.key("r");
    hand.key("h");
    hand.key("H");
    expect(hand.state.tool).toBe("rect");
  });

  it("delete, undo and redo bring the selection along", () => {
    const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0)]);
    hand.key("a", { mod: true });
    expect(hand.selected).toEqual(["a", "b"]);
    hand.key("Backspace");
    expect([hand.shapes, hand.selected]).toEqual([[], []]);
    hand.key("z", { mod: true });
    expect(hand.selected).toEqual(["a", "b"]);
    hand.key("y", { mod: true });
    expect(hand.shapes).toEqual([]);
  });

  it("duplicate puts copies on top, a little aside, selected, in their order, as one step", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 100, { index: "a1" }), rect("b", 200, 0, 100, 100, { index: "a2" })]);
    hand.editor.select(["b", "a"]);
    hand.key("d", { mod: true });
    expect(hand.selected).toEqual(["made-1", "made-2"]);
    expect(hand.props("made-1")).toMatchObject({ x: 16, y: 16 });
    expect(hand.props("made-2")).toMatchObject({ x: 216, y: 16 });
    expect(hand.shape("made-2").index > hand.shape("made-1").index && hand.shape("made-1").index > "a2").toBe(true);
    hand.undo();
    expect(hand.shapes.length).toBe(2);
  });

  it("arrows nudge by 1, with shift by 10; a held key is one step", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.editor.select(["a"]);
    hand.key("ArrowRight");
    hand.key("ArrowDown", { shift: true });
    hand.key("ArrowDown", { shift: true, repeat: true });
    hand.key("ArrowDown", { shift: true, repeat: true });
    expect(hand.props("a")).toMatchObject({ x: 1, y: 30 });
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 1, y: 0 });
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 0, y: 0 });
  });

  it("the order commands move the selection in the stack and can be undone", () => {
    const hand = new Hand(["a", "b", "c", "d"].map((id, i) => rect(id, 0, 0, 10, 10, { index: `a${i + 1}` })));
    const order = () =>
      hand.shapes
        .sort((p, q) => (p.index < q.index ? -1 : 1))
        .map((shape) => shape.id)
        .join("");
    hand.editor.select(["a", "b"]);
    hand.editor.run("order.forward");
    expect(order()).toBe("cabd");
    hand.editor.run("order.front");
    expect(order()).toBe("cdab");
    const commits = hand.board.commits.length;
    hand.editor.run("order.front");
    hand.editor.run("order.forward");
    expect(hand.board.commits.length).toBe(commits);
    hand.editor.run("order.backward");
    expect(order()).toBe("cabd");
    hand.editor.run("order.back");
    expect(order()).toBe("abcd");
    for (let i = 0; i < 4; i += 1) hand.undo();
    expect([order(), hand.state.canUndo]).toEqual(["abcd", false]);
    for (let i = 0; i < 2; i += 1) hand.redo();
    expect(order()).toBe("cdab");
  });

  it("a command that is not enabled does not run", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    expect(hand.editor.run("edit.undo")).toBe(false);
    expect(hand.editor.run("edit.delete")).toBe(false);
    hand.down([50, 50]);
    expect(hand.editor.run("edit.delete")).toBe(false);
    expect(hand.editor.run("view.zoom-in")).toBe(true);
    expect(hand.shapes.length).toBe(1);
  });
});
