// A process of a benchmark that answers its parent one thing at a time; the first thing it says is its hello.
import { type ChildProcess, fork } from "node:child_process";

/** A child that answers one thing at a time. */
export class Peer {
  readonly #child: ChildProcess;
  readonly hello: Promise<string>;

  constructor(file: URL, args: readonly string[] = []) {
    this.#child = fork(file, args, { execArgv: ["--expose-gc"] });
    this.hello = this.#answer<string>();
  }

  async ask<Answer>(question: object | string): Promise<Answer> {
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

  /** As a crash: at once, without a word. */
  cut(): void {
    this.#child.kill("SIGKILL");
  }

  #answer<Answer>(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error("a process of the benchmark ended"));
      this.#child.once("exit", onExit);
      this.#child.once("message", (message) => {
        this.#child.off("exit", onExit);
        resolve(message as Answer); // reason: both ends are benchmarks of ours
      });
    });
  }
}
