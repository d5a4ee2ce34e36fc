/** The same bytes in pieces of exactly `size`, the last one shorter. */
export async function* chunked(bytes: AsyncIterable<Uint8Array>, size: number): AsyncIterable<Buffer> {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  for await (const piece of bytes) {
    let rest = piece;
    while (waitingBytes + rest.byteLength >= size) {
      const taken = size - waitingBytes;
      yield Buffer.concat([...waiting, rest.subarray(0, taken)], size);
      rest = rest.subarray(taken);
      waiting = [];
      waitingBytes = 0;
    }
    if (rest.byteLength === 0) continue;
    waiting.push(rest);
    waitingBytes += rest.byteLength;
  }
  if (waitingBytes > 0) yield Buffer.concat(waiting, waitingBytes);
}
