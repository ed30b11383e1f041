// What the platform gives to the Worker: its Durable Objects and the files of the page. Variables are read by settings.ts.
import type { AddressAttempts } from "./address-attempts.ts";
import type { BoardAccess } from "./board-access-object.ts";

export type Env = {
  readonly ASSETS: Fetcher;
  readonly ACCESS: DurableObjectNamespace<BoardAccess>;
  readonly ATTEMPTS: DurableObjectNamespace<AddressAttempts>;
  readonly BOARD: DurableObjectNamespace;
  readonly CHAT: DurableObjectNamespace;
  readonly DASHBOARD: DurableObjectNamespace;
  readonly DOCUMENT: DurableObjectNamespace;
  readonly NOTE: DurableObjectNamespace;
  readonly POND: DurableObjectNamespace;
  readonly PRESENCE: DurableObjectNamespace;
};
