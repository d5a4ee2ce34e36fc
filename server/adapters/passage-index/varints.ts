/** Writes unsigned integers in as few bytes as they need, seven bits each, and plain bytes between them. */
export interface VarintWriter {
  integer(value: number): void;
  bytes(values: Uint8Array): void;
  done(): Uint8Array;
}

export function varintWriter(): VarintWriter {
  let buffer = new Uint8Array(4_096);
  let length = 0;
  const reserve = (more: number) => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
    larger.set(buffer);
    buffer = larger;
  };
  return {
    integer(value) {
      reserve(5);
      let rest = value;
      while (rest > 0x7f) {
        buffer[length++] = (rest & 0x7f) | 0x80;
        rest >>>= 7;
      }
      buffer[length++] = rest;
    },
    bytes(values) {
      reserve(values.length);
      buffer.set(values, length);
      length += values.length;
    },
    done: () => buffer.slice(0, length),
  };
}

/** Reads what `varintWriter` wrote. Throws a RangeError where the bytes end early or hold no such integer. */
export interface VarintReader {
  /** An integer no greater than `most`. */
  integer(most: number): number;
  bytes(length: number): Uint8Array;
  isAtEnd(): boolean;
}

export function varintReader(buffer: Uint8Array): VarintReader {
  let at = 0;
  return {
    integer(most) {
      let value = 0;
      for (let shift = 0; shift < 32; shift += 7) {
        const byte = buffer[at++];
        if (byte === undefined) throw new RangeError('the bytes end early');
        value += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) {
          if (value > most) throw new RangeError(`${value} at byte ${at - 1} is more than ${most}`);
          return value;
        }
      }
      throw new RangeError(`no integer ends at byte ${at - 1}`);
    },
    bytes(length) {
      if (at + length > buffer.length) throw new RangeError('the bytes end early');
      at += length;
      return buffer.subarray(at - length, at);
    },
    isAtEnd: () => at === buffer.length,
  };
}
