// Headers of every page and file of the web app.

const HOST = /^[A-Za-z0-9.:[\]-]{1,255}$/;

/**
 * `host` is the request's Host header, `publicUrl` the configured origin or "". The WebSocket origin is named in
 * connect-src because some browsers do not count it as 'self'.
 */
export function securityHeaders(publicUrl: string, host: string | undefined): Record<string, string> {
  const secure = publicUrl.startsWith("https:");
  const authority = publicUrl === "" ? host : new URL(publicUrl).host;
  const socket = authority !== undefined && HOST.test(authority) ? ` ${secure ? "wss" : "ws"}://${authority}` : "";
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}
