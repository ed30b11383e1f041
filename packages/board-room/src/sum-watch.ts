// When the members are told the hash of the board, so that one whose board is another finds out: after every so many
// transactions, and a while after the last of them or after somebody has joined.

export type SumWatchOptions = {
  readonly everySeqs: number;
  readonly afterMs: number;
  readonly setTimer: (delayMs: number, fn: () => void) => () => void;
  /** Tells it to all who have everything, and returns the seq; undefined where that cannot be done just now. */
  readonly tell: () => number | undefined;
};

export class SumWatch {
  readonly #options: SumWatchOptions;
  #toldSeq: number;
  #cancel: (() => void) | undefined;

  /** `seq`: the newest transaction that everybody has. */
  constructor(seq: number, options: SumWatchOptions) {
    this.#options = options;
    this.#toldSeq = seq;
  }

  /** Everybody who keeps up has the transactions up to `seq`. */
  flushed(seq: number): void {
    if (seq - this.#toldSeq >= this.#options.everySeqs) this.#tell();
    else if (seq !== this.#toldSeq) this.request();
  }

  /** Somebody has to be told, soon. */
  request(): void {
    this.#cancel ??= this.#options.setTimer(this.#options.afterMs, () => {
      this.#cancel = undefined;
      this.#tell();
    });
  }

  #tell(): void {
    const told = this.#options.tell();
    if (told === undefined) return this.request();
    this.#toldSeq = told;
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
