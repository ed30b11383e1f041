// Listeners that an author has added to a connection. They belong to one life of the room and go with it.

/** What listeners are told; the fields of the platform's events that mean something here. */
export type ConnectionEvents = {
  readonly message: { readonly type: "message"; readonly data: string | ArrayBuffer };
  readonly close: { readonly type: "close"; readonly code: number; readonly reason: string; readonly wasClean: boolean };
  readonly error: { readonly type: "error"; readonly error: unknown };
};

export type ConnectionEvent = keyof ConnectionEvents;

export type ConnectionListener<Type extends ConnectionEvent> =
  | ((event: ConnectionEvents[Type]) => unknown)
  | { handleEvent(event: ConnectionEvents[Type]): unknown };

export type ListenerOptions = boolean | { readonly once?: boolean };

export type AnyConnectionEvent = ConnectionEvents[ConnectionEvent];

type AnyListener = ConnectionListener<never>;

export class ConnectionListeners {
  /** By type, in the order of adding; the same listener counts once. */
  readonly #all = new Map<string, Map<AnyListener, { readonly isOnce: boolean }>>();

  /** Listeners of types that no connection has are kept and never called, as on every event target. */
  add(type: string, listener: AnyListener, options: ListenerOptions | undefined): void {
    const ofType = this.#all.get(type) ?? new Map<AnyListener, { isOnce: boolean }>();
    if (!ofType.has(listener)) ofType.set(listener, { isOnce: typeof options === "object" && options.once === true });
    this.#all.set(type, ofType);
  }

  remove(type: string, listener: AnyListener): void {
    this.#all.get(type)?.delete(listener);
  }

  /** One call for each listener of this event, in order. A listener that is removed before its turn is not called. */
  callsFor(event: AnyConnectionEvent): (() => unknown)[] {
    const ofType = this.#all.get(event.type);
    if (ofType === undefined) return [];
    return [...ofType].map(([listener, { isOnce }]) => () => {
      if (!ofType.has(listener)) return undefined;
      if (isOnce) ofType.delete(listener);
      // reason: listeners are kept under the type that they were added for.
      const handler = listener as ((event: AnyConnectionEvent) => unknown) | { handleEvent(event: AnyConnectionEvent): unknown };
      return typeof handler === "function" ? handler(event) : handler.handleEvent(event);
    });
  }
}
