// The hooks of a room, called so that whatever they throw is reported once, reaches no client, and does what rooms promise.
import { tagsOf } from "@inkroom/rooms/contract";
import { consoleLog } from "./console-log.ts";

/** After a throw: `absorb` it, the event is over; or `pass` it on, as something that tells strangers nothing. */
const AFTER_THROW = {
  onStart: "pass",
  getConnectionTags: "pass",
  onConnect: "pass",
  onMessage: "absorb",
  onClose: "absorb",
  onError: "absorb",
  onRequest: "pass",
  onAlarm: "pass",
} as const;

type HookName = keyof typeof AFTER_THROW;
/** The author's hook behind its guard. */
export type HookWork = (...args: readonly unknown[]) => unknown;
/** What is done around a hook; gets the hook and what the platform calls it with. */
type Around = (run: HookWork, ...args: never[]) => unknown;
type Report = (hook: string, error: unknown) => void;

/**
 * Puts the hooks that the class of `room` has behind guards, on this instance: partyserver calls them by name.
 */
export function guardHooks(room: object, report: Report, around: Partial<Record<HookName, Around>>): void {
  for (const [name, after] of Object.entries(AFTER_THROW) as [HookName, "absorb" | "pass"][]) {
    const hook = (room as Record<HookName, HookWork>)[name];
    const call: HookWork = (...args) => hook.apply(room, [...args]);
    const work = name === "getConnectionTags" ? checkingTags(call) : call;
    const run: HookWork = (...args) =>
      guarded(
        () => work(...args),
        after,
        (error) => report(name, error),
      );
    const wrap = around[name];
    const value = wrap === undefined ? run : (...args: never[]) => wrap(run, ...args);
    Object.defineProperty(room, name, { configurable: true, writable: true, value });
  }
}

/** Calls `work`; both ways of failing are handled alike. */
function guarded(work: () => unknown, after: "absorb" | "pass", report: (error: unknown) => void): unknown {
  const failed = (error: unknown): void => {
    report(error);
    if (after === "pass") throw hiddenError();
  };
  try {
    const result = work();
    return isPromise(result) ? result.catch(failed) : result;
  } catch (error) {
    return failed(error);
  }
}

/** Tags that break the rules are found here, where they are reported as what the hook has done. */
function checkingTags(call: HookWork): HookWork {
  return async (...args) => {
    const tags = (await call(...args)) as string[];
    tagsOf((args[0] as { readonly id: string }).id, tags);
    return tags;
  };
}

/** What goes to clients and to the platform in place of what was thrown. partyserver shows the stack of what it catches. */
function hiddenError(): Error {
  const error = new Error("Internal error");
  error.stack = error.message;
  return error;
}

/** Logs a failure, once for each error, and tells the room's `onException`, whose own failure is only logged. */
export function reportTo(name: string, onException: (error: unknown) => void | Promise<void>): Report {
  const reported = new WeakSet<object>();
  const log: Report = (hook, error) => consoleLog.error("room.hook_failed", { room: name, hook, error });
  return (hook, error) => {
    if (typeof error === "object" && error !== null) {
      if (reported.has(error)) return;
      reported.add(error);
    }
    log(hook, error);
    (async () => onException(error))().catch((second: unknown) => log("onException", second));
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { catch?: unknown } | null | undefined)?.catch === "function";
}
