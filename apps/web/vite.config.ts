// Build and dev server of the web app. The build holds no inline script or style, so a strict CSP can serve it.
import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv, type Plugin } from "vite";
import { fileOfModule } from "./code-splitting.ts";

/** Where `vite dev` finds the rooms and the HTTP API: INKROOM_SERVER, or the server's default port. */
function serverUrl(mode: string): string {
  return loadEnv(mode, ".", "INKROOM_")["INKROOM_SERVER"] ?? "http://localhost:3000";
}

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
        const styles = chunks
          .filter(({ fileName }) => files.includes(fileName))
          .flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
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
      // How long plugins took is for who works on them.
      checks: { bundlerTimings: false },
      input: { index: "index.html", [SERVICE_WORKER]: "src/kept-page/service-worker.ts" },
      output: {
        // The service worker answers for what lies beside and below it.
        entryFileNames: ({ name }) => (name === SERVICE_WORKER ? "[name].js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: fileOfModule(import.meta.dirname), debugName: "code-splitting.ts" }],
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
