// The way from this tab to the room: a ticket bought with the link's secret for every connection.
import type { Role } from "@inkroom/protocol";
import type { Transport } from "@inkroom/sync";
import { createPartyTransport, openAhead, paced, TicketRefused } from "@inkroom/transport";
import { ApiError, type BoardApi } from "./board-api.ts";
import { randomId } from "./tab-identity.ts";

export type BoardLineOptions = {
  readonly id: string;
  /** As it is when a ticket is needed. */
  readonly secret: () => string;
  readonly api: BoardApi;
  /** The page's own address: the rooms are on the same server. */
  readonly location: { readonly host: string; readonly protocol: string };
  /** Called with each ticket: what the link allows. */
  readonly onRole: (role: Role) => void;
  /** The first attempt has failed, or this is not the first attempt. */
  readonly onTrouble: () => void;
};

const HTTP_STATUS = { unauthorized: 403, "unknown-board": 404 } as const;

/** The secret goes into a header of the ticket request; the socket's address carries the short-lived ticket alone. */
export function createBoardLine(options: BoardLineOptions): Transport {
  const { id, secret, api, location, onRole, onTrouble } = options;
  let attempts = 0;
  const query = async (): Promise<{ ticket: string }> => {
    attempts += 1;
    if (attempts > 1) onTrouble();
    try {
      const { ticket, role } = await api.mintTicket(id, secret());
      onRole(role);
      return { ticket };
    } catch (error) {
      if (error instanceof ApiError && (error.code === "unauthorized" || error.code === "unknown-board")) {
        throw new TicketRefused(HTTP_STATUS[error.code], { cause: error });
      }
      onTrouble();
      throw error;
    }
  };
  return createPartyTransport({
    host: location.host,
    protocol: location.protocol === "https:" ? "wss" : "ws",
    party: "board",
    room: id,
    id: randomId((bytes) => crypto.getRandomValues(bytes), 16),
    query,
  });
}

type LineListener = {
  granted(role: Role): void;
  trouble(): void;
  /** Asked after each frame: whether the next ones wait, and until when. */
  pace(): Promise<void> | undefined;
};
export type LineAhead = {
  readonly line: Transport;
  /** To be called once, before the line is opened. */ listen(listener: LineListener): void;
};

/** A board's line that is opened at once; what is to be heard of it is heard when there is somebody to hear it. */
export function openLineAhead(open: (granted: LineListener["granted"], trouble: LineListener["trouble"]) => Transport): LineAhead {
  const { promise, resolve } = Promise.withResolvers<LineListener>();
  let listener: LineListener | undefined;
  const tell = (what: (to: LineListener) => void): void => void promise.then(what);
  const bare = open(
    (role) => tell(({ granted }) => granted(role)),
    () => tell(({ trouble }) => trouble()),
  );
  return {
    line: openAhead(paced(bare, () => listener?.pace())),
    listen(given) {
      listener = given;
      resolve(given);
    },
  };
}
