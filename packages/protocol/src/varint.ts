// Variable-length integers for hand-packed frames: seven bits a byte, lowest first; zigzag for signed ones.

const MAX_BYTES = 8;

export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value);
  }

  /** A whole number from 0 to 2^53 - 1. */
  uint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }

  /** A whole number of absolute value below 2^52. */
  int(value: number): void {
    this.uint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.#bytes.push(value);
  }

  /** Its length, then its characters, which must be ASCII. */
  ascii(text: string): void {
    this.uint(text.length);
    for (let i = 0; i < text.length; i += 1) this.#bytes.push(text.charCodeAt(i) & 0x7f);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what ByteWriter wrote. Each method gives undefined, and goes on doing so, where the bytes are not that. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  uint(): number | undefined {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < MAX_BYTES; i += 1) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) return undefined;
      this.#at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value <= Number.MAX_SAFE_INTEGER ? value : undefined;
      scale *= 128;
    }
    return undefined;
  }

  int(): number | undefined {
    const value = this.uint();
    if (value === undefined) return undefined;
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A copy. */
  bytes(length: number | undefined): Uint8Array | undefined {
    if (length === undefined || length > this.#bytes.length - this.#at) return undefined;
    const copy = new Uint8Array(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return copy;
  }

  rest(): Uint8Array {
    const copy = new Uint8Array(this.#bytes.subarray(this.#at));
    this.#at = this.#bytes.length;
    return copy;
  }

  ascii(): string | undefined {
    const bytes = this.bytes(this.uint());
    return bytes === undefined ? undefined : String.fromCharCode(...bytes.subarray(0, MAX_ASCII));
  }
}

/** Longest text of a packed frame that is read; ids are shorter, longer ones fail their schema anyway. */
const MAX_ASCII = 256;
