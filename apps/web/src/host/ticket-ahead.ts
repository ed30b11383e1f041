// A ticket that is asked for as soon as the page knows its address, while the code of the board is still on its way.
import type { BoardApi } from "./board-api.ts";

export type TicketAhead = Pick<BoardApi, "mintTicket"> & {
  /** Asks for the ticket of the first connection to a board. */
  ask(id: string, secret: string): void;
};

/** The answer to `ask` is given out once, to whoever wants a ticket for the same link first. */
export function createTicketAhead(mintTicket: BoardApi["mintTicket"]): TicketAhead {
  let asked: { readonly id: string; readonly secret: string; readonly answer: ReturnType<BoardApi["mintTicket"]> } | undefined;
  return {
    ask(id, secret) {
      const answer = mintTicket(id, secret);
      // A failure is told to who wants the ticket.
      answer.catch(() => undefined);
      asked = { id, secret, answer };
    },
    mintTicket(id, secret) {
      const ahead = asked;
      asked = undefined;
      return ahead?.id === id && ahead.secret === secret ? ahead.answer : mintTicket(id, secret);
    },
  };
}
