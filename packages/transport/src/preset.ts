// Settings for a PartySocket of your own, also in React: the jitter and the heartbeat that it does not have by itself.
import type { PartySocketOptions } from "partysocket";
import { Heartbeat } from "./heartbeat.ts";
import { CONNECT_TIMEOUT_MS, MAX_RETRY_MS, RETRY_BASE_MS, RETRY_GROWTH, RETRY_SPREAD_MS } from "./timings.ts";
import { type WakeTargets, watchWake } from "./wake-signals.ts";

/** The part of PartySocket's options that `steadyLine` sets. */
export type SteadyLine = Required<
  Pick<
    PartySocketOptions,
    "connectionTimeout" | "minReconnectionDelay" | "maxReconnectionDelay" | "reconnectionDelayGrowFactor" | "shouldReconnectOnClose"
  >
>;

/** Refused by policy, or too large: to say the same again would not help. */
const STOP_CODES: ReadonlySet<number> = new Set([1008, 1009]);

/**
 * Options to spread into `new PartySocket({...})` or `usePartySocket({...})`. The first retry comes after 300 to 3,300 ms,
 * at random per call, so that a restarted server does not meet everybody at once; later ones up to 8 s apart. Closes
 * 1008, 1009 and 4000 to 4099 are final. In React call it once, outside of the component: other numbers are another socket.
 */
export function steadyLine(random: () => number = Math.random): SteadyLine {
  return {
    connectionTimeout: CONNECT_TIMEOUT_MS,
    minReconnectionDelay: RETRY_BASE_MS + random() * RETRY_SPREAD_MS,
    maxReconnectionDelay: MAX_RETRY_MS,
    reconnectionDelayGrowFactor: RETRY_GROWTH,
    shouldReconnectOnClose: ({ code }) => !STOP_CODES.has(code) && (code < 4000 || code >= 4100),
  };
}

/** What `keepAlive` needs of a PartySocket. */
export type LiveSocket = Pick<EventTarget, "addEventListener" | "removeEventListener"> & {
  readonly readyState: number;
  send(data: string): unknown;
  reconnect(): void;
};

const OPEN = 1;

/**
 * Finds out that a line is dead, which a WebSocket alone may not notice for minutes: sends the text "ping" every 25 s and
 * reconnects when two intervals bring no message at all; asks at once when the network or the page comes back. The host
 * answers "pong" without waking the room. Call it before you add listeners of your own: they do not see the pongs then
 * (an `onmessage` property does). Returns the function that ends it, as React's `useEffect` wants.
 */
export function keepAlive(socket: LiveSocket, wake: WakeTargets | undefined = pageTargets()): () => void {
  const heartbeat = new Heartbeat({ sendPing: () => void socket.send("ping"), onDead: () => socket.reconnect() });
  const onOpen = (): void => heartbeat.start();
  const onClose = (): void => heartbeat.stop();
  const onMessage = (event: Event): void => {
    heartbeat.heard();
    if ((event as MessageEvent).data === "pong") event.stopImmediatePropagation();
  };
  const listeners = { open: onOpen, close: onClose, message: onMessage };
  for (const [type, listener] of Object.entries(listeners)) socket.addEventListener(type, listener);
  const unwatch = wake === undefined ? (): void => {} : watchWake(wake, () => heartbeat.probe());
  if (socket.readyState === OPEN) heartbeat.start();
  return () => {
    for (const [type, listener] of Object.entries(listeners)) socket.removeEventListener(type, listener);
    unwatch();
    heartbeat.stop();
  };
}

function pageTargets(): WakeTargets | undefined {
  return typeof window === "undefined" ? undefined : { window, document };
}
