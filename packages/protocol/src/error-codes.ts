// Why a push was refused. Never renamed; documented in docs/protocol.md.

/** `gap`, `rate` and `storage` mean "not now": the client keeps the transaction and sends it again. All others are final. */
export const NACK_CODES = [
  "bad_message",
  "unknown",
  "bad_value",
  "too_large",
  "forbidden",
  "seq_conflict",
  "room_full",
  "gap",
  "rate",
  "storage",
] as const;
export type NackCode = (typeof NACK_CODES)[number];

const RETRYABLE: ReadonlySet<NackCode> = new Set(["gap", "rate", "storage"]);

/** True where the refusal is for good: the number is used up and the transaction is dropped. */
export function isFinal(code: NackCode): boolean {
  return !RETRYABLE.has(code);
}
