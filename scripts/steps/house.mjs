import { fileURLToPath } from 'node:url';

/** The folder of the clone, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The path of something in the clone. */
export function inHouse(...parts) {
  return root + parts.join('/');
}
