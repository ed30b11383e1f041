// The hand of the user, without a screen: input events in, an immutable state and commits to the board out.
import type { Vec } from "@inkroom/geometry";
import { type BoardChange, drawnStore, type Op } from "@inkroom/model";
import { hasText, isLink, MAX_ALT_LENGTH, type Shape, type ShapeId, type TextShape } from "@inkroom/shapes";
import { type Camera, screenToPage, visibleBox } from "./camera.ts";
import { CodeParts } from "./code-parts.ts";
import type { Command } from "./commands/command.ts";
import { selectTravelled } from "./commands/select-travelled.ts";
import { commandById, isViewCommand } from "./commands/registry.ts";
import type { EditorContext, StatePatch } from "./context.ts";
import type { Editor, EditorOptions } from "./editor-api.ts";
import type { EditorState } from "./editor-state.ts";
import type { Changed } from "./frames/settling.ts";
import { Groups } from "./groups.ts";
import { type HeldStore, heldStore } from "./held-store.ts";
import { History } from "./history.ts";
import { initialState } from "./initial-state.ts";
import { InputRouter } from "./input-router.ts";
import { isOutOfReach } from "./locks.ts";
import { ownAdditions } from "./own-additions.ts";
import { PointerRouter } from "./pointer-router.ts";
import type { Preferences } from "./preferences.ts";
import { createFrameMemo, isAnyIn, isSameSelection, selectedShapes, traitsOf } from "./selection.ts";
import { clampPoint } from "./shape-edit.ts";
import { ShapeIndex } from "./shape-index.ts";
import { isWriting } from "./stray-typing.ts";
import type { StylePatch } from "./style.ts";
import type { StyleTrial } from "./style-trial.ts";
import { isEditingTool, isToolOf, type ToolId } from "./tool-id.ts";
import { fitTexts } from "./text-fit.ts";
import { Toolbox } from "./toolbox.ts";

/** Style changes that follow each other within this time are one undo step (a slider being dragged), ms. */
const STYLE_MERGE_MS = 600;

/** An editor over a board: input in pixels of the screen goes in, commits in page units go to `store`. It follows the store until `dispose`. */
export function createEditor(options: EditorOptions): Editor {
  return new BoardEditor(options);
}

class BoardEditor implements Editor {
  readonly #options: Omit<EditorOptions, "store"> & { readonly store: HeldStore };
  readonly #context: EditorContext;
  readonly #history: History;
  readonly #index: ShapeIndex;
  readonly #groups: Groups;
  readonly #frame: ReturnType<typeof createFrameMemo>;
  readonly #parts: CodeParts;
  readonly #tools: Toolbox;
  readonly #input: InputRouter;
  readonly #pointers: PointerRouter;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;
  #state: EditorState;
  #announced: EditorState;
  #depth = 0;
  #previousTool: ToolId = "select";
  #isKeyRepeat = false;
  #repeatSeries = 0;
  #trial: StyleTrial | undefined;
  #styleSeries = { key: "", atMs: -Infinity, n: 0 };

  constructor(given: EditorOptions) {
    const options = { ...given, store: heldStore(drawnStore(given.store)) };
    this.#options = options;
    this.#state = initialState(!options.store.canEdit, options.preferences);
    this.#announced = this.#state;
    this.#history = new History(options.store, (changed) => this.#settle(changed));
    this.#index = new ShapeIndex(options.store);
    this.#groups = new Groups(options.store.view);
    this.#parts = options.parts ?? new CodeParts();
    this.#context = this.#makeContext();
    this.#frame = createFrameMemo(this.#context);
    this.#tools = new Toolbox(this.#context);
    this.#pointers = new PointerRouter(this.#context, this.#tools);
    this.#input = new InputRouter(this.#context, this.#tools, this.#pointers, (command, isRepeat) => this.#runCommand(command, isRepeat));
    this.#unsubscribe = options.store.subscribe((change) => this.#batch(() => this.#boardChanged(change)));
  }

  get state(): EditorState {
    return this.#state;
  }

  get view() {
    return this.#options.store.view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  dispatch(event: Parameters<Editor["dispatch"]>[0]): void {
    this.#batch(() => this.#input.route(event));
  }

  run(id: Parameters<Editor["run"]>[0]): boolean {
    const command = commandById(id);
    return this.#batch(() => {
      if (!isViewCommand(command)) {
        this.finishEditingText();
        this.#input.endWaiting();
      }
      if (!command.isEnabled(this.#state) || (this.#state.busy && !isViewCommand(command))) return false;
      this.#runCommand(command, false);
      return true;
    });
  }

  setTool(tool: ToolId): void {
    if (tool === this.#state.tool || !isToolOf(tool, this.#state)) return;
    this.#batch(() => {
      this.#previousTool = this.#state.tool;
      this.#pointers.cancel("lost");
      this.#tools.choose(tool);
      if (isEditingTool(tool)) {
        this.select([]);
        this.#patch({ entered: undefined });
      }
    });
  }

  setStyle(patch: StylePatch): void {
    this.#batch(() => {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      this.#patch({ style: { ...this.#state.style, ...Object.fromEntries(given) } });
      const trial = this.#trial;
      this.#trial = undefined;
      if (trial !== undefined) return trial.settle(patch);
      if (this.#state.busy || this.#state.readonly || this.#state.isForeign) return;
      this.#tools.chosenState.onRestyle?.(patch);
      const shapes = selectedShapes(this.#context).filter(
        (shape) => this.view.get(shape.id) !== undefined && !isOutOfReach(this.view, shape),
      );
      if (shapes.length === 0) return;
      this.#context.parts.use("tools", ({ restyleOps }) => {
        const ops = restyleOps(shapes, patch, this.#options.measureText);
        if (ops.length > 0) this.#history.commit(ops, this.#styleSeriesOf(given.map(([name]) => name)));
      });
    });
  }

  tryStyle(patch: StylePatch | undefined): void {
    this.#batch(() => {
      const isFree = !this.#state.busy && !this.#state.readonly;
      if (patch !== undefined && isFree) this.#trial ??= this.#parts.peek("tools")?.createStyleTrial(this.#context);
      if (patch !== undefined) return this.#trial?.show(patch);
      this.#trial?.takeBack();
      this.#trial = undefined;
    });
  }

  colorAt(screen: Vec) {
    return this.#parts.peek("arrange")?.colorAt(this.#context, screen);
  }

  mark(marked: EditorState["marked"]): void {
    this.#batch(() => this.#patch({ marked }));
  }

  setPreferences(patch: Partial<Preferences>): void {
    this.#batch(() => this.#patch(patch));
  }

  setLookOnly(isOn: boolean): void {
    this.#batch(() => {
      this.#pointers.cancel("lost");
      this.finishEditingText();
      this.#options.store.isHeld = isOn;
      this.#patch({ lookOnly: isOn });
      this.#followStore();
    });
  }

  setViewport({ w, h }: { readonly w: number; readonly h: number }): void {
    this.#batch(() => this.#patch({ viewport: { w, h } }));
  }

  setCamera(camera: Camera): void {
    this.#batch(() => {
      const before = this.#state.camera;
      this.#patch({ camera });
      this.#pointers.followView(before);
    });
  }

  isLost(): boolean {
    const { camera, viewport } = this.#state;
    return viewport.w > 0 && this.view.size > 0 && !this.#index.isAnyNear(visibleBox(camera, viewport));
  }

  select(ids: Iterable<ShapeId>): void {
    const selection = new Set<ShapeId>();
    for (const id of ids) {
      const shape = this.shape(id);
      if (shape?.kind === "group") for (const leaf of this.#groups.leavesOf(id)) selection.add(leaf);
      else if (shape !== undefined) selection.add(id);
    }
    if (!isSameSelection(selection, this.#state.selection)) this.#batch(() => this.#patch({ selection, point: undefined }));
  }

  shape(id: ShapeId) {
    return this.#state.preview.get(id) ?? this.#options.store.view.get(id);
  }

  startEditingText(id: ShapeId, at?: Vec): void {
    const shape = this.#options.store.view.get(id);
    if (shape === undefined || !hasText(shape) || !this.#options.store.canEdit || this.view.isForeign(id)) return;
    this.#batch(() => {
      const returnTo = this.#returnTool();
      this.setTool("select");
      this.#tools.chosenState.onEditText?.({ shape, isNew: false, returnTo, at });
    });
  }

  startCropping(id: ShapeId): void {
    const shape = this.#options.store.view.get(id);
    if (shape?.kind !== "image" || isOutOfReach(this.view, shape) || !this.#options.store.canEdit) return;
    this.#batch(() => {
      this.setTool("select");
      this.select([id]);
      this.#tools.chosenState.onCrop?.(id);
    });
  }

  describe(id: ShapeId, altText: string): void {
    this.#batch(() => this.#history.commit([{ op: "set", id, props: { altText: altText.slice(0, MAX_ALT_LENGTH) } }]));
  }

  setLink(id: ShapeId, link: string): void {
    if (link === "" || isLink(link)) this.#batch(() => this.#history.commit([{ op: "set", id, props: { link } }]));
  }

  updateEditingText(text: string, caret?: number): void {
    this.#batch(() => this.#tools.chosenState.onTextInput?.(text, caret));
  }

  composeEditingText(isComposing: boolean): void {
    this.#batch(() => this.#tools.chosenState.onTextCompose?.(isComposing));
  }

  editList(...asked: Parameters<Editor["editList"]>) {
    return this.#tools.chosenState.onListWish?.(...asked);
  }

  finishEditingText(): void {
    this.#batch(() => this.#tools.chosenState.onTextDone?.());
  }

  startRenaming(id: ShapeId): void {
    this.#parts.use("tools", (part) => this.#batch(() => part.startRenaming(this.#context, id)));
  }

  finishRenaming(name?: string): void {
    this.#parts.use("tools", (part) => this.#batch(() => part.finishRenaming(this.#context, name)));
  }

  bringBack(ids: Iterable<ShapeId>): void {
    this.#batch(() => {
      this.finishEditingText();
      this.#pointers.cancel("lost");
      selectTravelled(this.#context, this.#history.bringBack(ids));
    });
  }

  addShapes(shapes: readonly Shape[]): boolean {
    return this.#batch(() => {
      this.finishEditingText();
      this.#pointers.cancel("lost");
      const added = this.#state.ownOnly ? ownAdditions(this.view, shapes) : shapes;
      if (!this.#history.commit(added.map((shape) => ({ op: "add", shape })))) return false;
      this.setTool("select");
      this.select(added.map(({ id }) => id));
      return true;
    });
  }

  clearBoard(maker?: Parameters<Editor["clearBoard"]>[0]): void {
    this.#context.parts.use("arrange", (part) =>
      maker === undefined ? part.removeAll(this.#context) : part.removeMadeBy(this.#context, maker),
    );
  }

  place(placement: Parameters<Editor["place"]>[0]): void {
    this.#context.parts.use("arrange", ({ placeSelection }) => placeSelection(this.#context, placement));
  }

  async loadParts(): Promise<void> {
    await Promise.all([this.#parts.load(), this.#context.store.loadElbows()]);
  }

  dispose(): void {
    this.#unsubscribe();
    this.#batch(() => this.#tools.dispose());
    this.#listeners.clear();
  }

  #makeContext(): EditorContext {
    const readState = () => this.#state;
    return {
      ...this.#options,
      parts: {
        use: (name, work) => this.#parts.use(name, (part) => this.#batch(() => work(part))),
        peek: (name) => this.#parts.peek(name),
      },
      editor: this,
      index: this.#index,
      groups: this.#groups,
      history: this.#history,
      get state() {
        return readState();
      },
      selectionFrame: () => this.#frame.frame(),
      patch: (changes) => this.#patch(changes),
      shape: (id) => this.shape(id),
      pointer: () => this.#pointers.last,
      toPage: (screen) => clampPoint(screenToPage(this.#state.camera, screen)),
      toPreviousTool: () => this.setTool(this.#previousTool),
      borrowTool: (tool) => this.#tools.borrow(tool),
      pressPointer: (isDown) => this.#pointers.pressByKey(isDown),
      giveToolBack: () => this.#tools.giveBack(),
      commitRepeatable: (ops, name) => this.#commitRepeatable(ops, name),
      startNewText: (shape) => this.#startNewText(shape),
    };
  }

  /** The tools that write come back after each text while they are locked. */
  #returnTool(): ToolId | undefined {
    const { tool, toolLocked } = this.#state;
    return toolLocked && (tool === "text" || tool === "note") ? tool : undefined;
  }

  #startNewText(shape: TextShape): void {
    if (!this.#options.store.canEdit) return;
    const returnTo = this.#returnTool();
    this.setTool("select");
    this.#tools.chosenState.onEditText?.({ shape, isNew: true, returnTo });
  }

  /** What has changed comes into its frames; in a step of its own where the code for it comes late. */
  #settle(changed: Changed): readonly Op[] {
    if (this.view.frames().size === 0) return [];
    const part = this.#parts.peek("tools");
    if (part !== undefined) return part.settlingOps(this.#context, changed);
    this.#parts.use("tools", ({ settlingOps }) => this.#batch(() => void this.#history.commit(settlingOps(this.#context, changed))));
    return [];
  }

  #runCommand(command: Command, isRepeat: boolean): void {
    this.#isKeyRepeat = isRepeat;
    command.run(this.#context);
    this.#isKeyRepeat = false;
  }

  #commitRepeatable(ops: readonly Op[], name: string): void {
    if (!this.#isKeyRepeat) this.#repeatSeries += 1;
    this.#history.commit(ops, `${name}:${this.#repeatSeries}`);
  }

  #styleSeriesOf(names: readonly string[]): string {
    const key = `${names.join()}|${[...this.#state.selection].join()}`;
    const atMs = this.#options.now();
    const isContinued = key === this.#styleSeries.key && atMs - this.#styleSeries.atMs < STYLE_MERGE_MS;
    this.#styleSeries = { key, atMs, n: this.#styleSeries.n + (isContinued ? 0 : 1) };
    return `style:${this.#styleSeries.n}`;
  }

  #boardChanged(change: BoardChange): void {
    this.#index.note(change);
    const wasWriting = isWriting(this.#state);
    this.#tools.boardChanged(change.touched);
    this.#trial?.refresh(change.touched);
    if (change.origin === "remote") fitTexts(this.#context, change.touched);
    const { hovered, entered, renaming, selection } = this.#state;
    if (hovered !== undefined && this.shape(hovered) === undefined) this.#patch({ hovered: undefined });
    if (entered !== undefined && this.shape(entered) === undefined) this.#patch({ entered: undefined });
    if (renaming !== undefined && this.shape(renaming) === undefined) this.#patch({ renaming: undefined });
    if (wasWriting && !isWriting(this.#state)) this.#input.textLost();
    if (change.origin !== "reset" && !isAnyIn(change.touched, selection)) return;
    this.#frame.forget();
    this.#areTraitsStale = true;
    const isGone = (id: ShapeId) => selection.has(id) && this.shape(id) === undefined;
    if (change.origin === "reset" || [...change.touched].some(isGone)) this.select(selection);
  }

  #patch(changes: StatePatch): void {
    const current = this.#state;
    // An empty preview is as good as another; listeners need not hear of it.
    if (changes.preview?.size === 0 && current.preview.size === 0) changes = { ...changes, preview: current.preview };
    else if (changes.preview !== undefined) changes = { ...changes, preview: this.view.ahead(changes.preview) };
    const isSame = (Object.keys(changes) as (keyof EditorState)[]).every((key) => Object.is(current[key], changes[key]));
    if (!isSame) this.#state = { ...current, ...changes };
  }

  /** Runs what may change the state several times; listeners are told once, at the end of the outermost call. */
  #batch<T>(work: () => T): T {
    this.#depth += 1;
    try {
      if (this.#depth === 1) this.#followStore();
      return work();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#announce();
    }
  }

  /** A link can turn into one for less at any time. */
  #followStore(): void {
    const { canEdit, guard } = this.#options.store;
    const may = { readonly: !canEdit, ownOnly: guard !== undefined };
    if (may.readonly === this.#state.readonly && may.ownOnly === this.#state.ownOnly) return;
    this.#patch(may);
    this.#areTraitsStale = true;
    if (isToolOf(this.#state.tool, may) && !may.readonly) return;
    this.#pointers.cancel("lost");
    if (isWriting(this.#state)) this.#input.textLost();
    this.finishEditingText();
    if (!isToolOf(this.#state.tool, may)) this.setTool("select");
  }

  /** What commands are told of the selection: looked up once per selection, and during a press only where it may be others' work. */
  #traits(): StatePatch {
    const { selection, busy, ownOnly } = this.#state;
    if ((busy && !ownOnly) || (this.#traitsOf === selection && !this.#areTraitsStale)) return {};
    this.#traitsOf = selection;
    this.#areTraitsStale = false;
    return traitsOf(this.#context);
  }
  #traitsOf: ReadonlySet<ShapeId> | undefined;
  #areTraitsStale = true;

  #announce(): void {
    const { canUndo, canRedo } = this.#history;
    this.#patch({ canUndo, canRedo, ...this.#traits() });
    if (this.#state === this.#announced) return;
    this.#announced = this.#state;
    for (const listener of this.#listeners) listener();
  }
}
