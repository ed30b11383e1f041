// Work on a log and on bytes as plain values, so that the same can be done on both sides of a line.
import type { RoomBytes, RoomLog } from "@inkroom/rooms/contract";

export type Step =
  | readonly ["append" | "refuse" | "find" | "refusal", client: string, n: number]
  | readonly ["lastOf", client: string]
  | readonly ["read", from: number, limit: number]
  | readonly ["put", key: string, byte: number]
  | readonly ["get" | "delete", key: string]
  | readonly ["list", prefix: string];

type Kept = { readonly log: RoomLog; readonly bytes: RoomBytes };

/** What each step gave, as JSON has it; the code of the error where it threw. */
export function takeSteps(kept: Kept, steps: readonly Step[]): unknown[] {
  return steps.map((step) => {
    try {
      return plain(take(kept, step)) ?? null;
    } catch (error) {
      return (error as { code?: unknown }).code ?? String(error);
    }
  });
}

function take({ log, bytes }: Kept, step: Step): unknown {
  switch (step[0]) {
    case "append":
      return log.append({ client: step[1], n: step[2], body: Uint8Array.of(step[2], 0, 255), ts: 1_700_000_000_000 + step[2] });
    case "refuse":
      return log.refuse(step[1], step[2], "bad_value");
    case "find":
      return log.find(step[1], step[2]);
    case "refusal":
      return log.refusal(step[1], step[2]);
    case "lastOf":
      return log.lastOf(step[1]);
    case "read":
      return log.read(step[1], step[2]);
    case "put":
      return bytes.put(step[1], Uint8Array.of(step[2]));
    case "get":
      return bytes.get(step[1]);
    case "delete":
      return bytes.delete(step[1]);
    case "list":
      return bytes.list({ prefix: step[1] });
    default:
      return step satisfies never;
  }
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (_key, each: unknown) => (each instanceof Uint8Array ? [...each] : each))) as unknown;
}
