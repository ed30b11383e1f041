// Build and dev server of the web app. The build holds no inline script or style, so a strict CSP can serve it.
import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv, type Plugin } from "vite";

/** Where `vite dev` finds the rooms and the HTTP API: INKROOM_SERVER, or the server's default port. */
function serverUrl(mode: string): string {
  return loadEnv(mode, ".", "INKROOM_")["INKROOM_SERVER"] ?? "http://localhost:3000";
}

/** What menus, popovers, dialogs, tooltips and toasts are made of: one file, fetched when the page is idle. */
const LAYERS =
  /node_modules\/(@floating-ui|@radix-ui|aria-hidden|get-nonce|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|tslib|use-callback-ref|use-sidecar)\//;

/** What both pages and the layers need: React, strings, small parts of our own. */
const BASE =
  /node_modules\/((react|react-dom|scheduler|@radix-ui\/react-direction)\/|lucide-react\/dist\/esm\/(?!icons\/))|preload-helper|packages\/protocol\/src\/(close-codes|presence-color|roles)\.ts|web\/src\/(i18n\/(en|translate|language)\.ts|services|ui\/(Boundary|Icon|Layer|Tips|Toaster|lazy-|tip|until-|readable|use-|load)|theme|host\/key-value-store|board\/board-context)/;

/**
 * What every board needs, in one file: the more there is in it, the better it is compressed. Files that only later parts use are left
 * out, and so is the editor but for what all of its parts use: they are fetched apart (packages/editor/src/code-parts.ts), and a group
 * would take them in.
 */
const BOARD =
  /packages\/(geometry|shapes|model|protocol|sync|transport|canvas)\/src\/(?!derive-|binding-place|blob-hash|board-place|card\/new-card|caret-painter|cheapest-first|cursor-painter|cursors-in-view|default-extent|draw\/kept-ranges|elbow-|frame-name-painter|handle-painter|laser-|link-badge|mark-painter|minimap|obstacle|own-work|overlay-(?:model|painter|part)|paper-lines|peer-carets|picture|print-marks|routed-elbow|segment-in-reach|text\/caret-|text\/marks-|text\/text-splice)|packages\/editor\/src\/(camera|selection|shape-edit|style|text-box)\.ts|web\/src\/board-store\/(database|store-trouble)\.ts|node_modules\/(konva|partysocket|valibot|perfect-freehand|fractional-indexing|@msgpack|rbush|quickselect|idb)\//;

const SERVICE_WORKER = "service-worker";

/** Parts of fonts that few boards use, for other scripts: a browser fetches them when they are used, and keeps none. */
const RARE_FONTS = /(?:jetbrains-mono|shantell-sans|source-serif-4)-(?!latin-wght)/;

/** Writes which files the page is made of, for the service worker that keeps them (src/kept-page/page-keeper.ts). */
function keptFiles(): Plugin {
  return {
    name: "kept-files",
    enforce: "post",
    generateBundle: {
      // Last of all: Vite has taken out by then the scripts that held nothing but the import of a style.
      order: "post",
      handler(_, bundle) {
        const outputs = Object.values(bundle).filter(({ fileName }) => fileName.startsWith("assets/"));
        const entry = outputs.find((output) => output.type === "chunk" && output.isEntry);
        if (entry === undefined) throw new Error("the build has no entry");
        const kept = outputs.map(({ fileName }) => fileName).filter((name) => !RARE_FONTS.test(name));
        const files = ["/favicon.svg", ...kept.map((name) => `/${name}`).toSorted()];
        const source = JSON.stringify({ entry: `/${entry.fileName}`, files });
        this.emitFile({ type: "asset", fileName: "kept-files.json", source });
      },
    },
  };
}

/** Has the browser fetch the board page's code beside the page's own: nearly everybody who comes wants a board. */
function boardAhead(): Plugin {
  return {
    name: "board-ahead",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === "chunk");
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/board/BoardPage.tsx") === true);
        if (page === undefined) return [];
        const files = [page.fileName, ...page.imports].filter((file) => !html.includes(file));
        const styles = [...(page.viteMetadata?.importedCss ?? [])];
        return [
          ...files.map((file) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` },
            injectTo: "head" as const,
          })),
          ...styles.map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "style", crossorigin: true, href: `/${file}` },
            injectTo: "head" as const,
          })),
        ];
      },
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), keptFiles(), boardAhead()],
  build: {
    outDir: "dist",
    target: "es2024",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Every asset is a file of its own: nothing inlined as data: that a CSP would have to allow.
    assetsInlineLimit: 0,
    manifest: true,
    // The preload helper is not needed: every browser this target names knows modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", [SERVICE_WORKER]: "src/kept-page/service-worker.ts" },
      output: {
        // The service worker answers for what lies beside and below it.
        entryFileNames: ({ name }) => (name === SERVICE_WORKER ? "[name].js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "base", test: BASE, priority: 2 },
            { name: "layers", test: LAYERS, priority: 1 },
            { name: "board", test: BOARD },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
  server: {
    port: 5173,
    proxy: {
      "/api": { target: serverUrl(mode) },
      "/parties": { target: serverUrl(mode), ws: true },
    },
  },
}));
