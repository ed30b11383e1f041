// Pictures as a browser gives and gets them.
import { createHash } from "node:crypto";

type Sending = { readonly hash?: string; readonly headers?: Readonly<Record<string, string>> };

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function putBlob(url: string, board: string, secret: string, bytes: Uint8Array<ArrayBuffer>, as: Sending = {}): Promise<Response> {
  return fetch(`${url}/api/boards/${board}/blobs/${as.hash ?? sha256(bytes)}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/octet-stream", ...as.headers },
    body: bytes,
  });
}

export function getBlob(url: string, board: string, secret: string, hash: string): Promise<Response> {
  return fetch(`${url}/api/boards/${board}/blobs/${hash}`, { headers: { authorization: `Bearer ${secret}` } });
}
