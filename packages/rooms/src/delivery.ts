// What each kind of event does in a live room: which hook it calls, and what follows from the outcome.
import { ROOM_CLOSE } from "./close-codes.ts";
import type { AnyConnectionEvent } from "./connection-listeners.ts";
import { isPromise } from "./hook-runner.ts";
import type { HookProgress, HookRunner, Outcome } from "./hook-runner.ts";
import type { RoomEvent } from "./mailbox.ts";
import type { RoomResponse } from "./ports.ts";
import { errorText, setupErrorFrame } from "./refusal.ts";
import type { RoomConnection } from "./room-connection.ts";
import type { RoomHostsOptions } from "./room-hosts.ts";
import type { RoomLife } from "./room-life.ts";
import type { Session } from "./session.ts";
import { tagsOf } from "./tags.ts";
import { SETUP_PATIENCE_MS } from "./timings.ts";

type EventOf<Kind extends RoomEvent["kind"]> = Extract<RoomEvent, { readonly kind: Kind }>;

export class Delivery {
  readonly #life: RoomLife;
  readonly #hooks: HookRunner;
  readonly #options: RoomHostsOptions<unknown>;
  readonly #post: (event: RoomEvent) => void;
  readonly #entering = new Set<Session>();

  /** `post` puts events back that had to wait for a connection to be set up. */
  constructor(life: RoomLife, hooks: HookRunner, options: RoomHostsOptions<unknown>, post: (event: RoomEvent) => void) {
    this.#life = life;
    this.#hooks = hooks;
    this.#options = options;
    this.#post = post;
  }

  /** Events that were taken from the mailbox but wait for a connection to be set up. */
  get held(): RoomEvent[] {
    return [...this.#entering].flatMap((session) => session.held);
  }

  deliver(event: RoomEvent): HookProgress {
    switch (event.kind) {
      case "connect":
        return this.#connect(event);
      case "message":
        return this.#message(event);
      case "error":
        return this.#error(event);
      case "close":
        return this.#close(event);
      case "request":
        return this.#request(event);
      case "call":
        return this.#call(event);
      case "alarm":
        return this.#alarm();
      case "timer":
        return event.life === this.#life ? this.#hooks.run("timer", event.fn) : "done";
      default:
        return event satisfies never;
    }
  }

  #connect(event: EventOf<"connect">): HookProgress {
    const { session, after } = event;
    if (after !== undefined && this.#holds(after, event)) {
      this.#entering.add(session);
      this.#waitNoLongerThan(SETUP_PATIENCE_MS, after, event);
      return "done";
    }
    if (session.isPointless) {
      this.#release(session); // gone before it was greeted
      return "done";
    }
    session.setup = "entering";
    this.#entering.add(session);
    return this.#enter(event, (outcome) => {
      if (outcome.ok) session.becameReady();
      else this.#setupFailed(session, outcome.error);
      this.#release(session);
    });
  }

  #release(session: Session): void {
    this.#entering.delete(session);
    for (const held of session.held.splice(0)) this.#post(held);
  }

  // An onConnect that never ends must not keep its client from coming back.
  #waitNoLongerThan(ms: number, after: Session, event: EventOf<"connect">): void {
    this.#options.clock.setTimer(ms, () => {
      const at = after.held.indexOf(event);
      if (this.#life.phase === "over" || at < 0) return;
      after.held.splice(at, 1);
      this.#options.log.warn("room.setup_stalled", { party: this.#life.party });
      this.#post({ ...event, after: undefined });
    });
  }

  #enter({ session, request }: EventOf<"connect">, settled: (outcome: Outcome<void>) => void): HookProgress {
    const { server } = this.#life;
    const connection = this.#life.connectionOf(session);
    let progress: HookProgress = "done";
    const askTags = (): readonly string[] | Promise<readonly string[]> => {
      const tags = server.getConnectionTags(connection, { request });
      return isPromise(tags) ? tags.then((all) => tagsOf(session.id, all)) : tagsOf(session.id, tags);
    };
    const tagging = this.#hooks.run("getConnectionTags", askTags, (outcome) => {
      if (!outcome.ok) return settled(outcome);
      if (session.isPointless) return settled({ ok: true, value: undefined });
      session.tags = outcome.value;
      session.entered = true;
      progress = this.#hooks.run("onConnect", () => server.onConnect(connection, { request }), settled);
    });
    return tagging === "pending" ? tagging : progress;
  }

  #setupFailed(session: Session, error: unknown): void {
    session.setup = "failed";
    session.endedByRoom = true;
    if (session.wire !== "open") return;
    session.wire = "closing";
    const frame = setupErrorFrame(error, this.#options.dev === true);
    this.#life.gate.enqueue(() => {
      session.transport.resume();
      session.transport.send(frame);
      session.transport.close(ROOM_CLOSE.failed.code, ROOM_CLOSE.failed.reason);
    });
  }

  #message(event: EventOf<"message">): HookProgress {
    const { session, data } = event;
    if (this.#holds(session, event)) return "done";
    session.messageTaken(data);
    if (!session.entered || session.endedByRoom) return "done";
    const connection = this.#life.connectionOf(session);
    const listeners = this.#listenersOf(connection, { type: "message", data });
    return this.#thenTell(
      this.#hooks.run("onMessage", () => this.#life.server.onMessage(connection, data)),
      listeners,
    );
  }

  #error(event: EventOf<"error">): HookProgress {
    const { session, error } = event;
    if (this.#holds(session, event) || !session.entered || session.wire !== "open") return "done";
    const connection = this.#life.connectionOf(session);
    const listeners = this.#listenersOf(connection, { type: "error", error });
    return this.#thenTell(
      this.#hooks.run("onError", () => this.#life.server.onError(connection, error)),
      listeners,
    );
  }

  #close(event: EventOf<"close">): HookProgress {
    const { session, code, reason } = event;
    if (this.#holds(session, event) || !session.entered) return "done";
    const connection = this.#life.connectionOf(session);
    this.#life.forget(session);
    const wasClean = code !== 1006;
    const listeners = this.#listenersOf(connection, { type: "close", code, reason, wasClean });
    return this.#thenTell(
      this.#hooks.run("onClose", () => this.#life.server.onClose(connection, code, reason, wasClean)),
      listeners,
    );
  }

  /** Calls for the listeners that there are now: those that the hook adds do not hear of the same event. */
  #listenersOf(connection: RoomConnection, event: AnyConnectionEvent): readonly (() => unknown)[] {
    return this.#life.hibernates ? [] : connection.listeners.callsFor(event);
  }

  #thenTell(afterHook: HookProgress, calls: readonly (() => unknown)[]): HookProgress {
    let progress = afterHook;
    for (const call of calls) if (this.#hooks.run("listener", call) === "pending") progress = "pending";
    return progress;
  }

  #request({ request, respond }: EventOf<"request">): HookProgress {
    const { newResponse, dev = false } = this.#options;
    const { server } = this.#life;
    const owed = this.#owe(() => respond(newResponse("Service unavailable", { status: 503 })));
    const call = (): RoomResponse | Promise<RoomResponse> => {
      const response = server.onRequest(request);
      return isPromise(response) ? response.then(checkedResponse) : checkedResponse(response);
    };
    return this.#hooks.run("onRequest", call, (outcome) => {
      const answer = outcome.ok ? this.#watched(outcome.value) : newResponse(errorText(outcome.error, dev), { status: 500 });
      owed(() => respond(answer));
    });
  }

  /** The answer with its body going through the gate, and the room awake until it has ended. */
  #watched(response: RoomResponse): RoomResponse {
    const { watchBody, newResponse, dev = false } = this.#options;
    const { gate } = this.#life;
    let ended = (): void => {};
    try {
      const watched = watchBody?.(response, {
        release: (pass) => {
          if (this.#life.phase === "over") return;
          if (gate.isEmpty) pass();
          else gate.enqueue(pass);
        },
        ended: (failure) => {
          ended();
          if (failure !== undefined) this.#life.report("onRequest", failure.error);
        },
      });
      if (watched === undefined) return response;
      ended = this.#life.bodyStarted(watched.cut);
      return watched.response;
    } catch (error) {
      this.#life.report("onRequest", error); // such as a body that was read before
      return newResponse(errorText(error, dev), { status: 500 });
    }
  }

  #call({ method, args, resolve, reject }: EventOf<"call">): HookProgress {
    const { codec } = this.#options;
    const { server } = this.#life;
    const owed = this.#owe(() => reject(new Error("The room was thrown away during the call")));
    return this.#hooks.run(
      method,
      () => callable(server, method).apply(server, codec.decode(codec.encode(args)) as unknown[]),
      (outcome) => {
        if (!outcome.ok) return owed(() => reject(outcome.error));
        try {
          const [value] = codec.decode(codec.encode([outcome.value])) as [unknown];
          owed(() => resolve(value));
        } catch (error) {
          owed(() => reject(error));
        }
      },
    );
  }

  /** Notes that somebody waits; returns what answers them, once the writes so far are durable. */
  #owe(giveUp: () => void): (answer: () => void) => void {
    const { unanswered, gate } = this.#life;
    unanswered.add(giveUp);
    return (answer) =>
      gate.enqueue(() => {
        unanswered.delete(giveUp);
        answer();
      });
  }

  #alarm(): HookProgress {
    const { clock } = this.#options;
    if (!this.#life.alarm.begin(clock.now())) return "done";
    return this.#hooks.run(
      "onAlarm",
      () => this.#life.server.onAlarm(),
      (outcome) => this.#life.alarm.finish(outcome.ok ? "done" : "threw", clock.now()),
    );
  }

  /** Keeps an event for later while that session is being set up, or waits for another to be. */
  #holds(session: Session, event: RoomEvent): boolean {
    if (!this.#entering.has(session)) return false;
    session.held.push(event);
    return true;
  }
}

type Method = (...args: unknown[]) => unknown;

/** A method of the author's class. Fields and what every object has are not for callers from outside. */
function callable(server: object, method: string): Method {
  for (let each: unknown = Object.getPrototypeOf(server); each !== Object.prototype && each !== null; each = Object.getPrototypeOf(each)) {
    const found = Object.getOwnPropertyDescriptor(each, method)?.value as unknown;
    if (typeof found === "function" && method !== "constructor") return found as Method;
  }
  throw new TypeError(`The room has no method ${JSON.stringify(method)}`);
}

function checkedResponse(value: RoomResponse): RoomResponse {
  if (typeof (value as Partial<RoomResponse> | undefined)?.arrayBuffer === "function") return value;
  throw new TypeError("onRequest must return a Response");
}
