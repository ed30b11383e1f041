// The client's line to a room over WebSocket.
export { openAhead } from "./open-ahead.ts";
export { createPartyTransport, type PartyTransportOptions } from "./party-transport.ts";
export { paced } from "./paced.ts";
export { TicketRefused } from "./ticket-refused.ts";
export type { WakeTargets } from "./wake-signals.ts";
