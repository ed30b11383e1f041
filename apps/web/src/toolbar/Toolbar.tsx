// The dock: all tools in one row at the bottom of the screen.
import { type EditorState, isToolOf, type ToolId } from "@inkroom/editor";
import Image from "lucide-react/icons/image";
import { Fragment, Suspense } from "react";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import type { BoardStatus } from "../status/save-words.ts";
import { ButtonRow } from "../ui/ButtonRow.tsx";
import { lazyPart } from "../ui/lazy-part.ts";
import { useSelected } from "../ui/readable.ts";
import { tip } from "../ui/tip.ts";
import { keysOf, useKeySigns } from "./command-keys.ts";
import { DockButton } from "./DockButton.tsx";
import { PenMode } from "./PenMode.tsx";
import { ToolLock } from "./ToolLock.tsx";
import { TOOL_GROUPS, type ToolButton } from "./tools.ts";
import "./toolbar.css";

const LookOnlyNote = lazyPart(async () => (await import("../modes/LookOnlyNote.tsx")).LookOnlyNote);
const FormTray = lazyPart(async () => (await import("./FormTray.tsx")).FormTray);

const selectTool = (state: EditorState): ToolId => state.tool;
const selectDamaged = ({ kind }: BoardStatus): boolean => kind === "damaged";

const selectOwnOnly = (state: EditorState): boolean => state.ownOnly;
const selectLookOnly = (state: EditorState): boolean => state.lookOnly;
const selectReadonly = (state: EditorState): boolean => state.readonly;

export function Toolbar() {
  const { status } = useBoard();
  const isDamaged = useSelected(status, selectDamaged);
  const tool = useEditorState(selectTool);
  const isReadonly = useEditorState(selectReadonly);
  const isLookOnly = useEditorState(selectLookOnly);
  const ownOnly = useEditorState(selectOwnOnly);
  const groups = TOOL_GROUPS.map((group) => group.filter(({ id }) => isToolOf(id, { readonly: isReadonly, ownOnly }))).filter(
    (group) => group.length > 0,
  );
  return (
    <div className="dock-place">
      <Suspense fallback={null}>{isLookOnly && <LookOnlyNote />}</Suspense>
      {(isReadonly || ownOnly) && !isLookOnly && (
        <p className="dock-note surface">{t(isDamaged ? "toolbar.damaged" : isReadonly ? "toolbar.viewOnly" : "toolbar.ownOnly")}</p>
      )}
      {tool === "geo" && (
        <Suspense fallback={null}>
          <FormTray />
        </Suspense>
      )}
      <ButtonRow className="dock surface" label={t("toolbar.label")}>
        <div className="dock-tools">
          <div className="dock-group" role="radiogroup" aria-label={t("toolbar.label")}>
            {groups.map((group, place) => (
              <Fragment key={group[0]?.id}>
                {place > 0 && <span className="dock-line" aria-hidden />}
                {group.map((button) => (
                  <Tool key={button.id} button={button} isChosen={button.id === tool} />
                ))}
              </Fragment>
            ))}
          </div>
          {!isReadonly && <DockButton command="tool.image" icon={Image} iconSize={20} />}
          {!isReadonly && <ToolLock />}
          {!isReadonly && <PenMode />}
        </div>
      </ButtonRow>
    </div>
  );
}

/** On a phone the dock is longer than the screen is wide. */
const reveal = (button: HTMLElement | null): void => button?.scrollIntoView({ block: "nearest" });

function Tool({ button: { id, icon: Icon }, isChosen }: { readonly button: ToolButton; readonly isChosen: boolean }) {
  const { editor } = useBoard();
  const signs = useKeySigns();
  const label = t(`command.tool.${id}`);
  const keys = keysOf(`tool.${id}`, signs);
  return (
    <button
      ref={isChosen ? reveal : null}
      type="button"
      role="radio"
      className="tool"
      aria-checked={isChosen}
      aria-label={label}
      aria-keyshortcuts={keys[0]}
      data-tool={id}
      onClick={() => editor.setTool(id)}
      {...tip(label, keys.join(" "), "top")}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
