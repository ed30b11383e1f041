// Clipboard and files, both the host's. Where a key has an event of its own in browsers (copy, cut, paste), the host goes by
// that: it is the only way to a clipboard without asking.
import type { TransferRequest } from "../transfer-request.ts";
import type { Command, Shortcut } from "./command.ts";
import type { CommandId } from "./command-id.ts";

function transferCommand(id: CommandId, request: TransferRequest, more: Partial<Command> & { keys?: readonly Shortcut[] }): Command {
  return { id, keys: [], isEnabled: () => true, run: (context) => context.onTransfer?.(request), ...more };
}

export const transferCommands: readonly Command[] = [
  transferCommand("edit.cut", "cut", {
    keys: [{ key: "x", mod: true }],
    isHostKey: true,
    menu: "selection",
    isEnabled: (state) => state.selection.size > 0 && !state.readonly && !state.isForeign,
  }),
  transferCommand("edit.copy", "copy", {
    keys: [{ key: "c", mod: true }],
    isHostKey: true,
    menu: "selection",
    isEnabled: (state) => state.selection.size > 0,
  }),
  transferCommand("edit.paste", "paste", {
    menu: "both",
    keys: [{ key: "v", mod: true }],
    isHostKey: true,
    isEnabled: (state) => !state.readonly,
  }),
  transferCommand("edit.paste-in-place", "paste-in-place", { menu: "board", isEnabled: (state) => !state.readonly }),
  transferCommand("note.paste", "paste-notes", { menu: "board", isEnabled: (state) => !state.readonly }),
  transferCommand("tool.image", "insert-image", {
    keys: [{ key: "9" }, { key: "u", mod: true }],
    tldrawKeys: [{ key: "u", mod: true }],
    menu: "board",
    isEnabled: (state) => !state.readonly,
  }),
  transferCommand("export.open", "open", { keys: [{ key: "o", mod: true }], isEnabled: (state) => !state.readonly }),
  transferCommand("export.save", "save", { keys: [{ key: "s", mod: true }] }),
  transferCommand("export.excalidraw", "save-excalidraw", {}),
  transferCommand("link.copy", "link-to-selection", { menu: "selection", isEnabled: (state) => state.selection.size > 0 }),
  transferCommand("link.copy-view", "link-to-view", { menu: "board" }),
];
