// Sends an answer of the HTTP API.
import type { ServerResponse } from "node:http";
import { type Answer, ANSWER_HEADERS, payloadOf } from "@inkroom/board-access";

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const body = payloadOf(answer);
  const length = answer.status === 204 ? {} : { "content-length": body.length };
  response.writeHead(answer.status, { ...ANSWER_HEADERS, ...length, ...answer.headers });
  response.end(body);
}
