// The address that per-address limits count by.
import type { IncomingMessage } from "node:http";

/** `trustedProxies` reverse proxies stand in front: the address the outermost of them saw. 0: the peer itself. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const peer = request.socket.remoteAddress ?? "unknown";
  if (trustedProxies === 0) return peer;
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return forwarded.at(-trustedProxies) ?? forwarded[0] ?? peer;
}
