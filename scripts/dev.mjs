// npm run dev: the server under node --watch and the web app under Vite, both reloading on change.
import { exitCodeOf, start } from "./bootstrap/child.mjs";
import { installIfNeeded } from "./bootstrap/install.mjs";
import { childEnv, findNode, serverEnv } from "./bootstrap/node24.mjs";
import { inRoot } from "./bootstrap/paths.mjs";
import { say } from "./bootstrap/say.mjs";

await installIfNeeded();
const node = await findNode();
const port = process.env.PORT ?? "3000";
const server = start(node, ["--watch", "--watch-preserve-output", inRoot("apps/server/src/main.ts")], {
  env: serverEnv(node, { PORT: port }),
});
const web = start(node, [inRoot("node_modules/vite/bin/vite.js"), "--strictPort"], {
  cwd: inRoot("apps/web"),
  env: childEnv(node, { INKROOM_SERVER: process.env.INKROOM_SERVER ?? `http://localhost:${port}` }),
});
say("open http://localhost:5173 (Ctrl+C stops both)");
// Whichever ends first ends both: child.mjs stops what is left when this process exits.
process.exit(exitCodeOf(await Promise.race([server.ended, web.ended])));
