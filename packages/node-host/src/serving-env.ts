// Which application's env is meant where code does not say it: that of the application whose `fetch` led here, or the
// only one that this process serves.
import { AsyncLocalStorage } from "node:async_hooks";
import { provideEnv } from "@inkroom/rooms";

const running = new AsyncLocalStorage<object>();
const served = new Set<object>();

export type ServingEnv = {
  /** Runs code of the application. */
  run<T>(work: () => T): T;
  /** The application is no longer served. */
  end(): void;
};

export function serveEnv(env: object): ServingEnv {
  served.add(env);
  provideEnv(() => running.getStore() ?? (served.size === 1 ? [...served][0] : undefined));
  return { run: (work) => running.run(env, work), end: () => void served.delete(env) };
}
