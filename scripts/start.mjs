// npm start: installs and builds what is missing, then runs the server until it ends or is stopped.
import { exitCodeOf, start } from "./bootstrap/child.mjs";
import { installIfNeeded } from "./bootstrap/install.mjs";
import { serverEnv, findNode } from "./bootstrap/node24.mjs";
import { inRoot } from "./bootstrap/paths.mjs";
import { say } from "./bootstrap/say.mjs";
import { buildWebIfNeeded } from "./bootstrap/web-build.mjs";

/** Passes the server's log on and calls back with the address it announces. */
function watchLog(stream, onListening) {
  let head = "";
  const scan = (text) => {
    process.stdout.write(text);
    head += text;
    const url = /"event":\s*"server\.listening".*?"url":\s*"([^"]+)"/.exec(head)?.[1];
    if (url === undefined) {
      head = head.slice(head.lastIndexOf("\n") + 1);
      return;
    }
    stream.off("data", scan);
    stream.pipe(process.stdout);
    onListening(url);
  };
  stream.setEncoding("utf8");
  stream.on("data", scan);
}

await installIfNeeded();
const node = await findNode();
const buildCode = await buildWebIfNeeded(node);
if (buildCode !== 0) process.exit(buildCode);

const server = start(node, [inRoot("apps/server/src/main.ts"), ...process.argv.slice(2)], {
  env: serverEnv(node),
  stdio: ["ignore", "pipe", "inherit"],
});
watchLog(server.child.stdout, (url) => say(`your whiteboard is ready at ${url} (Ctrl+C stops it)`));
process.exitCode = exitCodeOf(await server.ended);
