/** Vectors as they are stored: four bytes a value, the least significant first. */
export function bytesOf(vectors: Float32Array): Buffer {
  return Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength);
}

/** A copy: what the driver gives lies anywhere within a larger buffer, and floats need every fourth byte. */
export function floatsOf(bytes: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
