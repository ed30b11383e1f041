// The whole suite.
import type { Case } from "./case.ts";
import { closing, duplicates, errors } from "./cases/closing.ts";
import { ids, objects, state, tags } from "./cases/connections.ts";
import { hibernation } from "./cases/hibernation.ts";
import { broadcasts, messages, order } from "./cases/messages.ts";
import { cors, requests, streams } from "./cases/requests.ts";
import { routing } from "./cases/routing.ts";
import { sql } from "./cases/sql.ts";
import { alarms, clones, storage, syncValues } from "./cases/storage.ts";
import { transactions } from "./cases/transactions.ts";

export const ALL_CASES: readonly Case[] = [
  ...hibernation,
  ...routing,
  ...requests,
  ...streams,
  ...cors,
  ...ids,
  ...tags,
  ...state,
  ...objects,
  ...order,
  ...messages,
  ...broadcasts,
  ...closing,
  ...errors,
  ...duplicates,
  ...storage,
  ...syncValues,
  ...clones,
  ...transactions,
  ...sql,
  ...alarms,
];
