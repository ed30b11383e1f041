// The client's line to a room over WebSocket.
export { createPartyTransport, type PartyTransportOptions } from "./party-transport.ts";
export { TicketRefused } from "./ticket-refused.ts";
export type { WakeTargets } from "./wake-signals.ts";
