// Signals and uncaught errors of the process.
import { EXIT } from "./exit-codes.ts";
import type { AppLog } from "./json-log.ts";
import type { App } from "./server.ts";

type Process = Pick<NodeJS.Process, "on" | "exit">;

/** First SIGTERM or SIGINT: close and exit 0, or 1 after `drainMs`. A second one: exit at once. */
export function closeOnSignals(
  target: Process,
  app: Pick<App, "close">,
  { drainMs, log }: { readonly drainMs: number; readonly log: AppLog },
): void {
  let closing = false;
  const stop = (signal: string): void => {
    if (closing) target.exit(EXIT.start);
    closing = true;
    log.info("server.closing", { signal });
    // Unreferenced: a close that is quick must not wait for its own deadline.
    setTimeout(() => target.exit(EXIT.start), drainMs).unref();
    app.close("server restarts").then(
      () => {
        log.info("server.closed");
        target.exit(EXIT.ok);
      },
      (error: unknown) => {
        log.error("server.close_failed", { error });
        target.exit(EXIT.start);
      },
    );
  };
  target.on("SIGTERM", () => stop("SIGTERM"));
  target.on("SIGINT", () => stop("SIGINT"));
}

/** An error nobody caught: state may be half changed, so the process ends. Acked work is on disk. */
export function exitOnBugs(target: Process, log: AppLog): void {
  const fail =
    (event: string) =>
    (error: unknown): void => {
      log.error(event, { error });
      target.exit(EXIT.bug);
    };
  target.on("uncaughtException", fail("process.uncaught_exception"));
  target.on("unhandledRejection", fail("process.unhandled_rejection"));
}
