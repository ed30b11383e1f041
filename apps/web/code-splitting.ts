// Which files the scripts of the page are put into. Few files of code that is wanted at the same time: each file costs a request, and
// compresses the better the more is in it. Where a module of the app belongs is read from what imports it, so a new one finds its file.
import path from "node:path";

/** What rolldown tells of the modules of a build. */
type Modules = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null };

/**
 * Places that are told by a module's name; the first that fits counts. Of libraries, and of packages: their index files import far more
 * than a page uses of them, so there imports do not tell what is wanted when.
 */
const BY_NAME: readonly (readonly [name: string, modules: RegExp])[] = [
  // What the first page, which is no board, shares with one.
  [
    "base",
    /packages\/protocol\/src\/(?:close-codes|presence-color|roles)\.ts|node_modules\/lucide-react\/dist\/esm\/(?!icons\/(?!eye\.|pencil\.))/,
  ],
  // What menus, popovers, dialogs, tooltips and toasts are made of.
  [
    "layers",
    /node_modules\/(?:@floating-ui|@radix-ui(?!\/react-direction)|aria-hidden|get-nonce|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|tslib|use-callback-ref|use-sidecar)\//,
  ],
  [
    "around",
    /packages\/canvas\/src\/(?:caret-painter|cursor-painter|cursors-in-view|frame-name-painter|handle-painter|laser-|link-badge|mark-painter|minimap|overlay-(?:model|painter|part)|peer-carets)/,
  ],
  // Few boards have such paper.
  ["paper-lines", /packages\/canvas\/src\/paper-lines/],
  ["later", /packages\/\w+\/src\/(?:picture|print-marks|smooth-closed-path)/],
  [
    "soon",
    /packages\/\w+\/src\/(?:derive-|binding-place|blob-hash|board-place|card\/new-card|cheapest-first|default-extent|draw\/kept-ranges|elbow-|link-badge|obstacle|own-work|point-handles|routed-elbow|segment-in-reach|text\/caret-|text\/marks-|text\/text-splice)|node_modules\/@noble\//,
  ],
  [
    "board",
    /packages\/(?:geometry|shapes|model|protocol|sync|transport|canvas)\/src\/|node_modules\/(?:konva|partysocket|valibot|perfect-freehand|fractional-indexing|@msgpack|rbush|quickselect|idb)\//,
  ],
];

/** Files by name, with the modules whose imports are in it, over any number of steps, unless a file before it has them. */
const FILES: readonly (readonly [name: string, ...roots: string[]])[] = [
  ["base", "src/main.tsx", "src/menu/menu.css", "src/ui/Layer.tsx", "src/ui/tip.ts"],
  ["board", "src/board/BoardPage.tsx"],
  // Wanted while the board opens, or by the first stroke.
  ["soon", "../../packages/editor/src/tools/tools-part.ts", "src/board-store/forget-board.ts", "src/board-store/orphan-courier.ts"],
  ["home", "src/home/HomePage.tsx"],
  // Both pages have them.
  ["layers", "src/ui/TipBubble.tsx", "src/ui/ToastBubble.tsx", "src/home/CardMenu.tsx", "src/home/HomeSettings.tsx"],
  // What is shown around a board once it is there.
  [
    "around",
    "src/board/EmptyHint.tsx",
    "src/links/LinkTip.tsx",
    "src/modes/LookOnlyNote.tsx",
    "src/modes/ZenExit.tsx",
    "src/navigation/BackToContent.tsx",
    "src/navigation/Minimap.tsx",
    "src/navigation/ViewControls.tsx",
    "src/outline/SpokenWalk.tsx",
    "src/stats/StatsPanel.tsx",
    "src/presence/FollowFrame.tsx",
    "src/speech/HeardSpeech.tsx",
    "src/style-panel/StylePanel.tsx",
    "src/text-links/TextLinks.tsx",
  ],
];
/** The bundler finds their places: one language each, the worker that keeps the page, and what names the page's files. */
const APART =
  /\/i18n\/(?:de|es|fr)\.ts$|\/kept-page\/(?:service-worker|page-keeper)\.ts$|\/src\/main\.tsx$|\/board\/BoardPage\.tsx$|index\.html$/;

const placeByName = (id: string): string | undefined => BY_NAME.find(([, modules]) => modules.test(id))?.[0];

/** Every module that `root` imports, itself too, over any number of steps, unless it has a place; not what `import()` fetches later. */
function importedBy(root: string, modules: Modules): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id) || placeByName(id) !== undefined) return;
    found.add(id);
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  visit(root);
  return found;
}

/** The function that names the file of a module, for rolldown; null where it may choose. `root` is the folder of the app. */
export function fileOfModule(root: string): (id: string, modules: Modules) => string | null {
  let files: Map<string, string> | undefined;
  const readFiles = (modules: Modules): Map<string, string> => {
    const found = new Map<string, string>();
    for (const [name, ...roots] of FILES) {
      for (const file of roots) {
        const module = path.resolve(root, file);
        if (modules.getModuleInfo(module) === null) throw new Error(`${file} is no module of the page`);
        for (const id of importedBy(module, modules)) if (!found.has(id)) found.set(id, name);
      }
    }
    return found;
  };
  return (id, modules) => {
    if (APART.test(id)) return null;
    files ??= readFiles(modules);
    return placeByName(id) ?? files.get(id) ?? "later";
  };
}
