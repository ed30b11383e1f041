// What lies over the board, opened by the host: the menu of the selection, all commands by name, what is on the board, the
// search of it, what one says at one's cursor, and the sheet of shortcuts.
import type { Vec } from "@inkroom/geometry";
import { frameBounds } from "@inkroom/shapes";
import { pageToScreen } from "../camera.ts";
import type { EditorContext } from "../context.ts";
import type { Command } from "./command.ts";

/** The middle of the selection, kept on the screen; the middle of the screen where nothing is selected. Pixels. */
function menuPlace({ state: { camera, viewport }, selectionFrame }: EditorContext): Vec {
  const frame = selectionFrame();
  if (frame === undefined) return { x: viewport.w / 2, y: viewport.h / 2 };
  const { x, y, w, h } = frameBounds(frame);
  const middle = pageToScreen(camera, { x: x + w / 2, y: y + h / 2 });
  return { x: Math.min(Math.max(middle.x, 0), viewport.w), y: Math.min(Math.max(middle.y, 0), viewport.h) };
}

export const openCommands: readonly Command[] = [
  {
    id: "open.menu",
    keys: [{ key: "ContextMenu" }, { key: "F10", shift: true }],
    isEnabled: () => true,
    run: (context) => context.onOpen?.({ kind: "menu", at: menuPlace(context) }),
  },
  {
    id: "open.palette",
    keys: [
      { key: "/", mod: true },
      { key: "p", mod: true, shift: true },
    ],
    tldrawKeys: [{ key: "p", mod: true, shift: true }],
    menu: "board",
    isEnabled: () => true,
    run: (context) => context.onOpen?.({ kind: "palette" }),
  },
  {
    id: "open.outline",
    keys: [{ key: "o", alt: true }],
    menu: "board",
    isEnabled: () => true,
    run: (context) => context.onOpen?.({ kind: "outline" }),
  },
  {
    id: "open.find",
    keys: [{ key: "f", mod: true }],
    menu: "board",
    isEnabled: () => true,
    run: (context) => context.onOpen?.({ kind: "find" }),
  },
  {
    id: "open.say",
    keys: [{ key: "/" }],
    isEnabled: ({ readonly }) => !readonly,
    run: (context) => context.onOpen?.({ kind: "say" }),
  },
  {
    id: "open.export",
    keys: [{ key: "e", mod: true, shift: true }],
    menu: "both",
    isEnabled: () => true,
    run: (context) => context.onOpen?.({ kind: "export" }),
  },
  {
    id: "open.help",
    keys: [{ key: "?" }],
    tldrawKeys: [{ key: "?" }, { key: "/", mod: true, alt: true }],
    isEnabled: () => true,
    run: (context) => context.onOpen?.({ kind: "help" }),
  },
];
