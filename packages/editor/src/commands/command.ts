// What a user command is. One command = one file beside this one; registry.ts lists them.
import type { EditorState } from "../editor-state.ts";
import type { EditorContext } from "../context.ts";
import type { CommandId } from "./command-id.ts";

/** A key with its modifiers; a modifier that is absent must be up. */
export type Shortcut = {
  /** As KeyboardEvent.key without modifiers on a US keyboard, letters in lower case: "z", "]", "Delete", "ArrowLeft". */
  readonly key: string;
  readonly mod?: true;
  readonly shift?: true;
  readonly alt?: true;
};

export type Command = {
  /** Its name is that of the table of strings under "command." and this (apps/web/src/i18n). */
  readonly id: CommandId;
  /** The first one is shown in tooltips. */
  readonly keys: readonly Shortcut[];
  /** The keys of who has chosen those of tldraw (key-preset.ts), where they are others. */
  readonly tldrawKeys?: readonly Shortcut[] | undefined;
  /**
   * Where the context menu offers it: for what is selected, for the board where nothing is, or for both. Absent: nowhere.
   * The command palette has them all.
   */
  readonly menu?: "selection" | "board" | "both" | undefined;
  /** True: the keys are shown, and their presses are left to the host, which has another sign of them. */
  readonly isHostKey?: boolean | undefined;
  /** True: the keys are those of whoever is writing on a shape, and mean something else elsewhere. The host's text field has them. */
  readonly isFieldKey?: boolean | undefined;
  isEnabled(state: EditorState): boolean;
  run(context: EditorContext): void;
  /** Ends what `run` began: the key that ran it is let go of. Run without a key, it ends otherwise. */
  release?(context: EditorContext): void;
};
