import { expect, test } from "vitest";
import { createTicketAhead } from "./ticket-ahead.ts";

function office() {
  const asked: string[] = [];
  const ahead = createTicketAhead((id, secret) => {
    asked.push(`${id}#${secret}`);
    return Promise.resolve({ ticket: `t${asked.length}`, role: "edit" as const });
  });
  return { ahead, asked };
}

test("the first connection gets the ticket that was asked for ahead, and the next one its own", async () => {
  const { ahead, asked } = office();
  ahead.ask("board", "secret");
  expect(asked).toHaveLength(1);
  expect((await ahead.mintTicket("board", "secret")).ticket).toBe("t1");
  expect(asked).toHaveLength(1);
  expect((await ahead.mintTicket("board", "secret")).ticket).toBe("t2");
});

test("another board, or another link to it, gets a ticket of its own", async () => {
  for (const [id, secret] of [
    ["other", "secret"],
    ["board", "other"],
  ] as const) {
    const { ahead, asked } = office();
    ahead.ask("board", "secret");
    await ahead.mintTicket(id, secret);
    expect(asked).toEqual(["board#secret", `${id}#${secret}`]);
  }
});

test("a refusal reaches who wants the ticket", async () => {
  const ahead = createTicketAhead(() => Promise.reject(new Error("no")));
  ahead.ask("board", "secret");
  await expect(ahead.mintTicket("board", "secret")).rejects.toThrow("no");
});
