// Build and dev server of the web app. The build holds no inline script or style, so a strict CSP can serve it.
import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

/** Where `vite dev` finds the rooms and the HTTP API: INKROOM_SERVER, or the server's default port. */
function serverUrl(mode: string): string {
  return loadEnv(mode, ".", "INKROOM_")["INKROOM_SERVER"] ?? "http://localhost:3000";
}

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
  },
  server: {
    port: 5173,
    proxy: {
      "/api": { target: serverUrl(mode) },
      "/parties": { target: serverUrl(mode), ws: true },
    },
  },
}));
