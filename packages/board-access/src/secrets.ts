// Random ids and secrets, and how a secret is kept and compared. Only hashes are ever stored.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Board ids: 128 random bits, 22 characters. A board id names a board; it grants nothing. */
export const BOARD_ID = /^[A-Za-z0-9_-]{22}$/;
/** Link secrets and tickets: 256 random bits, 43 characters. */
export const SECRET = /^[A-Za-z0-9_-]{43}$/;

export function newBoardId(): string {
  return randomBytes(16).toString("base64url");
}

export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** sha256. Plain hashing is enough for secrets of 256 random bits. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Compares two hashes in constant time. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
