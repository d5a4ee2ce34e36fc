import { keyCaps } from './shortcuts.ts';

/** Keys, drawn as keys. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="flex gap-1">
      {keyCaps(keys).map((cap) => (
        <kbd
          key={cap}
          className="grid h-5 min-w-5 place-items-center rounded border border-line-strong bg-sunken px-1 font-sans text-2xs text-soft"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
