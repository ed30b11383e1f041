// Pictures on their way from and to the room, over HTTP. The link's secret goes in a header, so an address alone shows nothing.

export type PictureAnswer =
  | { readonly kind: "bytes"; readonly bytes: ArrayBuffer; readonly mime: string }
  | { readonly kind: "stored" }
  /** The room does not have it yet. */
  | { readonly kind: "absent" }
  /** No line, or a server that is busy: to be tried again. */
  | { readonly kind: "later" }
  | { readonly kind: "refused"; readonly status: number };

export type PictureLine = {
  get(hash: string): Promise<PictureAnswer>;
  /** `stored` where the room has it. */
  has(hash: string): Promise<PictureAnswer>;
  put(hash: string, bytes: ArrayBuffer): Promise<PictureAnswer>;
};

/** Never rejects. */
export function createPictureLine(board: string, secret: () => string, fetch: typeof globalThis.fetch): PictureLine {
  const ask = async (hash: string, init: RequestInit, read: (response: Response) => Promise<PictureAnswer>): Promise<PictureAnswer> => {
    try {
      const headers = { authorization: `Bearer ${secret()}`, "content-type": "application/octet-stream" };
      const response = await fetch(`/api/boards/${board}/blobs/${hash}`, { ...init, headers, credentials: "omit" });
      if (response.status === 204) return { kind: "absent" };
      if (response.ok) return await read(response);
      const isForNow = response.status === 429 || (response.status >= 500 && response.status !== 507);
      return isForNow ? { kind: "later" } : { kind: "refused", status: response.status };
    } catch {
      // No line: the caller goes on trying.
      return { kind: "later" };
    }
  };
  return {
    get: (hash) =>
      ask(hash, { method: "GET" }, async (response) => {
        return { kind: "bytes", bytes: await response.arrayBuffer(), mime: response.headers.get("content-type") ?? "" };
      }),
    has: (hash) => ask(hash, { method: "HEAD", cache: "no-store" }, async () => ({ kind: "stored" })),
    put: (hash, bytes) => ask(hash, { method: "PUT", body: bytes, cache: "no-store" }, async () => ({ kind: "stored" })),
  };
}
