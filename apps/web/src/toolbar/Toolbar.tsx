// The dock: all tools in one row at the bottom of the screen.
import { type EditorState, isEditingTool, TOOL_IDS, type ToolId } from "@inkroom/editor";
import * as Bar from "radix-ui/toolbar";
import { Fragment, Suspense } from "react";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate.ts";
import { useServices } from "../services.ts";
import type { BoardStatus } from "../status/save-words.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { useSelected } from "../ui/readable.ts";
import { tip } from "../ui/tip.ts";
import { keysOf } from "./command-keys.ts";
import { PenMode } from "./PenMode.tsx";
import { ToolLock } from "./ToolLock.tsx";
import { TOOL_GROUPS, type ToolButton } from "./tools.ts";
import "./toolbar.css";

const FormTray = lazyPart(async () => (await import("./FormTray.tsx")).FormTray);

const selectTool = (state: EditorState): ToolId => state.tool;
const selectDamaged = ({ kind }: BoardStatus): boolean => kind === "damaged";
const selectReadonly = (state: EditorState): boolean => state.readonly;

export function Toolbar() {
  const { editor, status } = useBoard();
  const isDamaged = useSelected(status, selectDamaged);
  const tool = useEditorState(selectTool);
  const isReadonly = useEditorState(selectReadonly);
  const choose = (value: string): void => {
    // Radix reports "" when the chosen one is pressed again: the tool stays.
    const chosen = TOOL_IDS.find((id) => id === value);
    if (chosen !== undefined) editor.setTool(chosen);
  };
  const groups = TOOL_GROUPS.map((group) => group.filter(({ id }) => !isReadonly || !isEditingTool(id))).filter(
    (group) => group.length > 0,
  );
  return (
    <div className="dock-place">
      {isReadonly && <p className="dock-note surface">{t(isDamaged ? "toolbar.damaged" : "toolbar.viewOnly")}</p>}
      {tool === "geo" && (
        <Suspense fallback={null}>
          <FormTray />
        </Suspense>
      )}
      <Bar.Root className="dock surface" aria-label={t("toolbar.label")}>
        <div className="dock-tools">
          <Bar.ToggleGroup className="dock-group" type="single" value={tool} onValueChange={choose}>
            {groups.map((group, place) => (
              <Fragment key={group[0]?.id}>
                {place > 0 && <span className="dock-line" aria-hidden />}
                {group.map((button) => (
                  <Tool key={button.id} button={button} />
                ))}
              </Fragment>
            ))}
          </Bar.ToggleGroup>
          {!isReadonly && <ToolLock />}
          {!isReadonly && <PenMode />}
        </div>
      </Bar.Root>
    </div>
  );
}

function Tool({ button: { id, icon: Icon } }: { readonly button: ToolButton }) {
  const { isMac } = useServices();
  const label = commandLabel(`tool.${id}`);
  const keys = keysOf(`tool.${id}`, isMac);
  return (
    <Bar.ToggleItem
      value={id}
      className="tool"
      aria-label={label}
      aria-keyshortcuts={keys[0]}
      data-tool={id}
      {...tip(label, keys.join(" "), "top")}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden />
    </Bar.ToggleItem>
  );
}
