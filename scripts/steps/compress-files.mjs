import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const isText = /\.(js|css|json|svg)$/;
/** Below this the header that names the encoding costs what the encoding saves. */
const smallestBytes = 256;

/** Puts beside each text file of a built page its compressed forms, which the server sends as they are. */
export function compressFiles(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!isText.test(name) || statSync(path).size < smallestBytes) continue;
    const source = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(source));
    writeFileSync(`${path}.gz`, gzipSync(source, { level: 9 }));
  }
}
