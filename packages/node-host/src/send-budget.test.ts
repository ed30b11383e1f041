import { expect, test } from "vitest";
import { type Debtor, SendBudget } from "./send-budget.ts";

class Socket implements Debtor {
  bufferedAmount: number;
  isEvicted = false;

  constructor(bufferedAmount: number) {
    this.bufferedAmount = bufferedAmount;
  }

  evict(): void {
    this.isEvicted = true;
    this.bufferedAmount = 0;
  }
}

function budgetOf(maxBytes: number, ...held: readonly number[]) {
  const sockets = held.map((bytes) => new Socket(bytes));
  let counts = 0;
  const budget = new SendBudget(maxBytes, () => {
    counts += 1;
    return sockets;
  });
  const send = (socket: Socket | undefined, bytes: number): void => {
    budget.spend(bytes);
    if (socket !== undefined && !socket.isEvicted) socket.bufferedAmount += bytes;
  };
  return { sockets, send, counts: () => counts, sum: () => sockets.reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0) };
}

test("whatever is sent to sockets that take nothing, together they never hold more than the limit", () => {
  const { sockets, send, sum } = budgetOf(1_000, ...Array.from({ length: 50 }, () => 0));
  for (let i = 0; i < 5_000; i++) {
    send(sockets[(i * 7) % 50], 1 + (i % 40));
    expect(sum()).toBeLessThanOrEqual(1_000);
  }
});

test("those that hold most go first, and no more of them than needed", () => {
  const { sockets, send } = budgetOf(1_000, 0, 0, 0, 0);
  for (const [at, bytes] of [300, 400, 250].entries()) send(sockets[at], bytes);
  expect(sockets.some(({ isEvicted }) => isEvicted)).toBe(false);
  send(sockets[3], 60);
  expect(sockets.map(({ isEvicted }) => isEvicted)).toEqual([false, true, false, false]);
});

test("what the network takes is no debt: sockets that are read are counted anew only once per limit, and none is cut off", () => {
  const { sockets, send, counts } = budgetOf(1_000, 0, 0);
  for (let i = 0; i < 1_000; i++) {
    send(sockets[i % 2], 10);
    for (const socket of sockets) socket.bufferedAmount = 0;
  }
  expect(sockets.some(({ isEvicted }) => isEvicted)).toBe(false);
  expect(counts()).toBeLessThanOrEqual(10);
});
