// Pictures of the board, made by the host: of what is selected, or of everything where nothing is.
import type { ExportRequest } from "../export-request.ts";
import type { Command, Shortcut } from "./command.ts";
import type { CommandId } from "./command-id.ts";

function exportCommand(id: CommandId, request: ExportRequest, keys: readonly Shortcut[] = [], tldrawKeys = keys): Command {
  const run: Command["run"] = (context) => context.onExport?.(request);
  return { id, keys, tldrawKeys, menu: "both", isEnabled: () => true, run };
}

/** On white paper, all of it. */
const PRINTED = { scale: 1, background: false, theme: "light", whole: true } as const;

export const exportCommands: readonly Command[] = [
  exportCommand("export.print", { format: "svg", to: "printer", look: PRINTED }, [{ key: "p", mod: true }]),
  exportCommand("export.png", { format: "png", to: "file" }),
  exportCommand("export.svg", { format: "svg", to: "file" }),
  exportCommand(
    "export.copy-png",
    { format: "png", to: "clipboard" },
    [{ key: "c", shift: true, alt: true }],
    [{ key: "c", mod: true, shift: true }],
  ),
  exportCommand("export.copy-svg", { format: "svg", to: "clipboard" }),
];
