// A child process that answers one thing at a time: a server or the load.
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Order } from "./room-load.ts";

export class Peer {
  readonly #child: ChildProcess;
  readonly hello: Promise<string>;

  constructor(file: string, args: readonly string[] = []) {
    this.#child = fork(join(import.meta.dirname, file), args, { execArgv: ["--expose-gc"] });
    this.hello = this.#answer<string>();
  }

  async ask<Answer>(question: Order | string): Promise<Answer> {
    const answer = this.#answer<Answer>();
    this.#child.send(question);
    return answer;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    if (!this.#child.connected) return;
    this.#child.send("stop");
    const timer = setTimeout(() => this.#child.kill(), 5_000);
    await ended;
    clearTimeout(timer);
  }

  kill(): void {
    this.#child.kill();
  }

  #answer<Answer>(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error("a process of the benchmark ended"));
      this.#child.once("exit", onExit);
      this.#child.once("message", (message) => {
        this.#child.off("exit", onExit);
        resolve(message as Answer); // reason: both ends are in this folder
      });
    });
  }
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
export const median = (values: readonly number[]): number => at(values, 0.5);
export const p99 = (values: readonly number[]): number => Math.round(at(values, 0.99) * 100) / 100;
export const mebi = (bytes: number): number => Math.round((bytes / 1_048_576) * 10) / 10;
