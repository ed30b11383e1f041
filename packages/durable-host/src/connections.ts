// Connections as rooms know them. partyserver's connection is the platform's WebSocket with a few properties; here it
// gets the rest of what rooms are promised, and a way to be put out of a room's lists before it has closed.
import { ConnectionStateError, legalClose } from "@inkroom/rooms/contract";
import type { Connection } from "partyserver";

const extended = new WeakSet<WebSocket>();

type State = Parameters<Connection["setState"]>[0];

/** The same object: sends to a socket that is gone do nothing, closes are made legal, a refused state leaves the former one. */
export function extendConnection(connection: Connection): Connection {
  if (extended.has(connection)) return connection;
  extended.add(connection);
  const { send, close, setState } = connection;
  const isInMemory = !Object.hasOwn(connection, "deserializeAttachment"); // partyserver gives it to those that hibernate
  return Object.defineProperties(connection, {
    send: {
      configurable: true,
      value: (data: string | ArrayBuffer | ArrayBufferView<ArrayBuffer>) => {
        if (connection.readyState === WebSocket.READY_STATE_OPEN) send.call(connection, data);
      },
    },
    close: {
      configurable: true,
      value: (code?: number, reason = "") => {
        const legal = legalClose(code, reason);
        if (legal.code === undefined) close.call(connection);
        else close.call(connection, legal.code, legal.reason);
      },
    },
    setState: {
      configurable: true,
      value: (next: State) => changeState(connection, setState, next),
    },
    ...(isInMemory && {
      serializeAttachment: { configurable: true, value: (value: State) => void connection.setState(value) },
      deserializeAttachment: { configurable: true, value: () => connection.state },
    }),
  });
}

function changeState(connection: Connection, setState: Connection["setState"], next: State): unknown {
  const former = connection.state;
  const value: unknown = typeof next === "function" ? (next as (former: unknown) => unknown)(former) : next;
  try {
    return setState.call(connection, structuredClone(value ?? null));
  } catch (cause) {
    setState.call(connection, former); // partyserver remembers a state that the platform has refused
    const isClone = cause instanceof Error && cause.name === "DataCloneError";
    throw isClone
      ? new ConnectionStateError("state_not_cloneable", "The state of a connection must be a structured-clone value", { cause })
      : new ConnectionStateError("state_too_large", "Id, uri, tags and state of a connection are limited to 16384 bytes together", {
          cause,
        });
  }
}

/**
 * Takes a connection out of all lists and closes it; its own close event reaches nobody. Id, tags, uri and state can still
 * be read from the object.
 */
export function retire(connection: Connection, code: number, reason: string): void {
  const { id, tags, uri, state } = connection;
  for (const [name, value] of Object.entries({ id, tags, uri, state })) {
    Object.defineProperty(connection, name, { configurable: true, value });
  }
  // What partyserver knows its hibernating connections by.
  WebSocket.prototype.serializeAttachment.call(connection, null);
  connection.close(code, reason);
}
