// The one list of commands. Menus, tooltips, the palette and the key map are generated from it.
import type { EditorState } from "../editor-state.ts";
import type { KeyInput } from "../input-event.ts";
import { alignCommands } from "./align.ts";
import { autoShape } from "./auto-shape.ts";
import { clearBoard } from "./clear.ts";
import { colorCommands } from "./color.ts";
import type { Command } from "./command.ts";
import type { CommandId } from "./command-id.ts";
import { convertCommands } from "./convert.ts";
import { styleCommands } from "./copy-style.ts";
import { deleteSelection } from "./delete.ts";
import { deselect } from "./deselect.ts";
import { duplicate } from "./duplicate.ts";
import { editPoints } from "./edit-points.ts";
import { editText, editTitle } from "./edit-text.ts";
import { exportCommands } from "./export.ts";
import { chooseFont } from "./font.ts";
import { frameCommands } from "./frame.ts";
import { growCommands } from "./grow.ts";
import { groupCommands } from "./group.ts";
import { linkCommands } from "./link.ts";
import { modeCommands } from "./modes.ts";
import { noteCommands } from "./note.ts";
import { nudges } from "./nudge.ts";
import { openCommands } from "./open.ts";
import { orderCommands } from "./order.ts";
import { pageScrolls } from "./page-scroll.ts";
import { paperCommands } from "./paper.ts";
import { penMode } from "./pen-mode.ts";
import { pictureCommands } from "./picture.ts";
import { presentCommands } from "./present.ts";
import { reachCommands } from "./reach.ts";
import { pressPointer } from "./press.ts";
import { redo } from "./redo.ts";
import { selectAll } from "./select-all.ts";
import { shortcutsOf } from "./key-preset.ts";
import { keysOf, matchesShortcut } from "./shortcut.ts";
import { snapCommands } from "./snap.ts";
import { theme } from "./theme.ts";
import { textCommands } from "./text-lists.ts";
import { textStyleCommands } from "./text-style.ts";
import { toolLock } from "./tool-lock.ts";
import { toolCommands } from "./tools.ts";
import { transferCommands } from "./transfer.ts";
import { turnCommands } from "./turn.ts";
import { undo } from "./undo.ts";
import { walkCommands } from "./walk.ts";
import { zoom100, zoomIn, zoomOut } from "./zoom.ts";
import { quickZoom, zoomFit, zoomSelection } from "./zoom-fit.ts";

export const COMMANDS: readonly Command[] = [
  ...toolCommands,
  toolLock,
  penMode,
  autoShape,
  pressPointer,
  undo,
  redo,
  deleteSelection,
  clearBoard,
  duplicate,
  ...linkCommands,
  ...transferCommands,
  selectAll,
  deselect,
  ...walkCommands,
  ...reachCommands,
  ...growCommands,
  ...convertCommands,
  editText,
  editTitle,
  editPoints,
  ...styleCommands,
  ...colorCommands,
  chooseFont,
  ...groupCommands,
  ...textCommands,
  ...textStyleCommands,
  ...noteCommands,
  ...pictureCommands,
  ...frameCommands,
  ...turnCommands,
  ...nudges,
  ...orderCommands,
  ...alignCommands,
  zoomIn,
  zoomOut,
  zoom100,
  zoomFit,
  zoomSelection,
  quickZoom,
  ...pageScrolls,
  ...snapCommands,
  theme,
  ...modeCommands,
  ...paperCommands,
  ...exportCommands,
  ...openCommands,
  ...presentCommands,
];

/** Throws for an id that is in no list (a fault of the program). */
export function commandById(id: CommandId): Command {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (command === undefined) throw new Error(`no command ${id}`);
  return command;
}

/** Commands that leave the board, the tool and the selection alone; they work at any time. */
export function isViewCommand(command: Command): boolean {
  return command.id.startsWith("view.");
}

/**
 * The enabled command that a key press means, if any; a host then calls preventDefault. While a text is edited only
 * zooming with Mod is left; during a press only the view commands.
 */
export function commandForKey(event: KeyInput, state: EditorState): Command | undefined {
  for (const key of keysOf(event)) {
    const command = COMMANDS.find(
      (candidate) =>
        candidate.isFieldKey !== true && shortcutsOf(candidate, state.keyPreset).some((shortcut) => matchesShortcut(shortcut, key, event)),
    );
    if (command === undefined) continue;
    if (command.isHostKey === true) return undefined;
    if (state.editingText !== undefined && !(event.mod && isViewCommand(command))) return undefined;
    if (state.busy && !isViewCommand(command)) return undefined;
    return command.isEnabled(state) ? command : undefined;
  }
  return undefined;
}
