import { unzipSync } from 'fflate';
import { Refusal } from './refusal.ts';

/** The wanted files of a ZIP. What they say they unfold to is summed up first, and no more is ever unfolded. */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  unfoldedBytesAtMost: number,
): Readonly<Record<string, Uint8Array>> {
  let unfolded = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!isWanted(name)) return false;
      unfolded += originalSize;
      if (unfolded > unfoldedBytesAtMost) {
        throw new Refusal(
          'The file unfolds to far more than its size; it is not read, for safety. Save it anew and try again.',
        );
      }
      return true;
    },
  });
}

export function zipNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  return names;
}
