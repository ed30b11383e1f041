// Build and dev server of the web app. The build holds no inline script or style, so a strict CSP can serve it.
import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

/** Where `vite dev` finds the rooms and the HTTP API: INKROOM_SERVER, or the server's default port. */
function serverUrl(mode: string): string {
  return loadEnv(mode, ".", "INKROOM_")["INKROOM_SERVER"] ?? "http://localhost:3000";
}

/** What menus, popovers, dialogs, tooltips and toasts are made of: one file, fetched when the page is idle. */
const LAYERS =
  /node_modules\/(@floating-ui|@radix-ui\/react-(arrow|dialog|dismissable-layer|dropdown-menu|focus-guards|focus-scope|menu|popover|popper|portal|presence|slider|toast|tooltip|use-size|visually-hidden)|aria-hidden|get-nonce|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|tslib|use-callback-ref|use-sidecar)\//;

/** What both pages and the layers need: React, the small parts of Radix, strings. */
const BASE =
  /node_modules\/(react|react-dom|scheduler|@radix-ui|lucide-react\/dist\/esm\/[^/]+\.mjs)|web\/src\/(i18n|services|ui\/(Boundary|Icon|Layer|Tips|Toaster|tip|readable|use-|load)|theme|host\/key-value-store|board\/board-context)/;

export default defineConfig(({ mode }) => ({
  plugins: [react()],
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
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "layers", test: LAYERS, priority: 2 },
            { name: "base", test: BASE, priority: 1 },
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
