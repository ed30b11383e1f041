// What a path means to the page: which of its built files, and how long that may be kept.

/** Names with a content hash, as the bundler writes them. */
const HASHED = /^\/assets\/.*-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
const PAGE = /^\/(?:b\/[A-Za-z0-9_-]{1,64})?$/;

/** `/index.html` for the home page and for every board; other paths name themselves. */
export function pageFile(path: string): string {
  return PAGE.test(path) ? "/index.html" : path;
}

/** False for malformed percent-encoding, which is the client's fault. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false; // the caller answers 400
  }
}

/** The Cache-Control header of a file. */
export function cacheOf(file: string): string {
  if (file.endsWith(".html")) return "no-store";
  return HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache";
}
