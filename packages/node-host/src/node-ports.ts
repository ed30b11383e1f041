// Node's part of the ports of rooms: time, context of calls, structured clone as bytes, responses, a log.
import { AsyncLocalStorage } from "node:async_hooks";
import { deserialize, serialize } from "node:v8";
import type { AsyncContext, Clock, Log, LogFields, NewResponse, ValueCodec } from "@inkroom/rooms";

/** Beyond this setTimeout would fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** Timers do not keep the process alive: the listening socket does, for as long as it is wanted. */
export function nodeClock(now: () => number = Date.now): Clock {
  return {
    now,
    setTimer(delayMs, fn): () => void {
      const timer = setTimeout(fn, Math.min(delayMs, MAX_DELAY_MS));
      timer.unref();
      return () => clearTimeout(timer);
    },
    defer: (fn) => void setImmediate(fn),
  };
}

export function nodeAsyncContext(): AsyncContext {
  const storage = new AsyncLocalStorage<object>();
  return { run: (value, work) => storage.run(value, work), current: () => storage.getStore() };
}

/** `deserialize` may return views of its input, so it gets a copy. */
export const v8Codec: ValueCodec = {
  encode: serialize,
  decode: (bytes) => deserialize(Buffer.from(bytes)),
};

export const newResponse: NewResponse = (body = null, init = {}) =>
  new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, init);

/** One JSON line per event to stderr; `info` is left out. */
export function stderrLog(): Log {
  const write = (level: string, event: string, fields: LogFields = {}): void => {
    const line = { ts: new Date().toISOString(), level, event, ...fields };
    process.stderr.write(`${JSON.stringify(line, (_key, value: unknown) => (value instanceof Error ? describe(value) : value))}\n`);
  };
  return { info: () => {}, warn: (event, fields) => write("warn", event, fields), error: (event, fields) => write("error", event, fields) };
}

function describe(error: Error): LogFields {
  const { code } = error as { code?: unknown };
  return { name: error.name, message: error.message, ...(code === undefined ? {} : { code }), stack: error.stack };
}
