// Which tool is in the hand: the chosen one, or one that is borrowed for a single press (Space, middle button, pen eraser).
import type { EditorContext } from "./context.ts";
import type { CssCursorName } from "./editor-state.ts";
import type { BorrowedTool, ToolId } from "./tool-id.ts";
import { createAwaitedTool } from "./tools/awaited-tool.ts";
import { drawTool } from "./tools/draw/draw-tool.ts";
import { handTool } from "./tools/hand/hand-tool.ts";
import { createToolRunner, type ToolRunner, type ToolState } from "./tools/tool-chart.ts";

/** The runner of a tool, not yet entered. Hands that draw are here at once; the others may have to be fetched. */
function runnerOf(tool: ToolId | BorrowedTool, context: EditorContext): ToolRunner {
  if (tool === "hand") return createToolRunner(handTool, context);
  if (tool === "draw") return createToolRunner(drawTool("pen"), context);
  if (tool === "highlight") return createToolRunner(drawTool("highlighter"), context);
  const part = context.parts.peek("tools");
  if (part !== undefined) return part.laterRunnerOf(tool, context);
  return createAwaitedTool(context, (use) => context.parts.use("tools", ({ laterRunnerOf }) => use(laterRunnerOf(tool, context))));
}

export class Toolbox {
  readonly #context: EditorContext;
  #chosen: ToolRunner;
  #borrowed: { readonly tool: BorrowedTool; readonly runner: ToolRunner; readonly cursor: CssCursorName } | undefined;

  constructor(context: EditorContext) {
    this.#context = context;
    this.#chosen = runnerOf(context.state.tool, context);
    this.#chosen.enter();
  }

  /** The present state of the tool in the hand. */
  get state(): ToolState {
    return (this.#borrowed?.runner ?? this.#chosen).state;
  }

  /** The present state of the chosen tool, whatever is borrowed. */
  get chosenState(): ToolState {
    return this.#chosen.state;
  }

  /** Ends what the present tool is doing and takes another one. */
  choose(tool: ToolId): void {
    this.giveBack();
    this.#chosen.exit();
    this.#chosen = runnerOf(tool, this.#context);
    this.#context.patch({ tool });
    this.#chosen.enter();
  }

  /** Uses another tool until `giveBack`; the chosen one waits in its state. */
  borrow(tool: BorrowedTool): void {
    if (this.#borrowed?.tool === tool) return;
    this.giveBack();
    this.#borrowed = { tool, runner: runnerOf(tool, this.#context), cursor: this.#context.state.cursor };
    this.#borrowed.runner.enter();
  }

  /** Puts down what is borrowed without a press, as if it had never been taken up. False: there is nothing. */
  renounce(): boolean {
    if (this.#borrowed?.tool !== "quick-zoom") return false;
    this.#borrowed.runner.state.onCancel?.("escape");
    this.giveBack();
    return true;
  }

  giveBack(): void {
    const borrowed = this.#borrowed;
    this.#borrowed = undefined;
    if (borrowed === undefined) return;
    borrowed.runner.exit();
    this.#context.patch({ cursor: borrowed.cursor, busy: this.#chosen.state.busy === true });
  }

  /** Tells all tools in use that the board has changed. */
  boardChanged(touched: ReadonlySet<string>): void {
    this.#chosen.state.onBoardChange?.(touched);
    this.#borrowed?.runner.state.onBoardChange?.(touched);
  }

  dispose(): void {
    this.giveBack();
    this.#chosen.exit();
  }
}
