// Sends an answer of the HTTP API.
import type { ServerResponse } from "node:http";
import { type Answer, ANSWER_HEADERS } from "@inkroom/board-access";

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(JSON.stringify(answer.body));
  response.writeHead(answer.status, { ...ANSWER_HEADERS, "content-length": body.length, ...answer.headers });
  response.end(body);
}
