// From shape to shape in reading order. The keys belong to the host: past the last shape Tab goes on through the page.
import type { Command } from "./command.ts";

function walkCommand(id: "edit.select-next" | "edit.select-previous", step: 1 | -1): Command {
  return {
    id,
    keys: [step === 1 ? { key: "Tab" } : { key: "Tab", shift: true }],
    isHostKey: true,
    isEnabled: ({ tool }) => tool === "select",
    run: (context) => context.parts.use("arrange", ({ walk }) => walk(context, step)),
  };
}

export const walkCommands: readonly Command[] = [walkCommand("edit.select-next", 1), walkCommand("edit.select-previous", -1)];
