// Choosing a tool. The hand, the eraser, the laser and the magnifier go back to the tool before when chosen again; the arrow runs otherwise then.
import { FORM_NAMES, type FormName, ROUTE_NAMES } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { isToolOf, TOOL_IDS, type ToolId } from "../tool-id.ts";
import type { Command, Shortcut } from "./command.ts";

const KEYS: Readonly<Record<ToolId, readonly Shortcut[]>> = {
  select: [{ key: "v" }, { key: "1" }],
  hand: [{ key: "h" }],
  rect: [{ key: "r" }, { key: "2" }],
  ellipse: [{ key: "o" }, { key: "4" }],
  geo: [],
  arrow: [{ key: "a" }, { key: "5" }],
  line: [{ key: "l" }, { key: "6" }],
  draw: [{ key: "p" }, { key: "x" }, { key: "7" }],
  highlight: [{ key: "d", shift: true }],
  text: [{ key: "t" }, { key: "8" }],
  note: [{ key: "n" }],
  frame: [{ key: "f" }],
  bucket: [{ key: "b" }],
  laser: [{ key: "k" }],
  zoom: [{ key: "z" }],
  erase: [{ key: "e" }, { key: "0" }],
};
/** Of letters; digits go by the place on the toolbar. */
const TLDRAW_KEYS: { readonly [T in ToolId]?: readonly Shortcut[] } = {
  draw: [{ key: "d" }, { key: "b" }, { key: "x" }],
  geo: [{ key: "g" }],
  bucket: [],
};
const TOGGLES: readonly ToolId[] = ["hand", "erase", "laser", "zoom"];

function toolCommand(tool: ToolId): Command {
  return {
    id: `tool.${tool}`,
    keys: KEYS[tool],
    tldrawKeys: tldrawKeysOf(tool),
    isEnabled: (state) => isToolOf(tool, state),
    run(context) {
      if (context.state.tool === tool && tool === "arrow") nextRoute(context);
      else if (context.state.tool === tool && TOGGLES.includes(tool)) context.toPreviousTool();
      else context.editor.setTool(tool);
    },
  };
}

function tldrawKeysOf(tool: ToolId): readonly Shortcut[] {
  const place = TOOL_IDS.indexOf(tool);
  const letters = TLDRAW_KEYS[tool] ?? KEYS[tool].filter(({ key }) => !/\d/.test(key));
  return place < 10 ? [...letters, { key: String((place + 1) % 10) }] : letters;
}

/** Who takes the arrow that is in the hand wants one that runs otherwise. */
function nextRoute({ state, editor }: EditorContext): void {
  editor.setStyle({ route: ROUTE_NAMES[(ROUTE_NAMES.indexOf(state.style.route) + 1) % ROUTE_NAMES.length] });
}

/** Takes the eraser of parts, or with it in the hand the one of whole shapes, and the other way round. */
const erasePart: Command = {
  id: "tool.erase-part",
  keys: [{ key: "e", shift: true }],
  isEnabled: (state) => !state.readonly,
  run({ state, editor }) {
    const isInHand = state.tool === "erase" && state.style.eraser === "part";
    editor.setStyle({ eraser: isInHand ? "whole" : "part" });
    editor.setTool("erase");
  },
};

const FORM_KEYS: { readonly [F in FormName]?: readonly Shortcut[] } = { diamond: [{ key: "d" }, { key: "3" }] };

/** Takes the tool for geometric shapes, set to one of its outlines. */
function formCommand(form: FormName): Command {
  return {
    id: `tool.${form}`,
    keys: FORM_KEYS[form] ?? [],
    tldrawKeys: [],
    isEnabled: (state) => !state.readonly,
    run({ editor }) {
      // Taken first: what is selected is let go of, and keeps its outline.
      editor.setTool("geo");
      editor.setStyle({ form });
    },
  };
}

export const toolCommands: readonly Command[] = [
  ...(
    [
      "select",
      "hand",
      "rect",
      "ellipse",
      "geo",
      "arrow",
      "line",
      "draw",
      "highlight",
      "text",
      "note",
      "frame",
      "bucket",
      "erase",
      "laser",
      "zoom",
    ] as const
  ).map(toolCommand),
  ...FORM_NAMES.map(formCommand),
  erasePart,
];
