import { useEffect, useSyncExternalStore } from 'react';
import { currentCommands } from './commands.ts';

const secondKeyWithinMs = 1_000;
const storageKey = 'parley-single-keys';
const listeners = new Set<() => void>();
const isMac = /mac|iphone|ipad/i.test(navigator.platform);

/** Runs commands by their keys, wherever the person is not typing. Once, in the shell. */
export function useShortcuts(): void {
  useEffect(() => {
    let first = { key: '', at: 0 };
    function onKeyDown(event: KeyboardEvent) {
      const key = nameOf(event);
      if (!isMeant(event, key)) return;
      const sequence = event.timeStamp - first.at < secondKeyWithinMs ? `${first.key} ${key}` : key;
      const commands = currentCommands();
      const command = commands.find(({ keys }) => keys === sequence) ?? commands.find(({ keys }) => keys === key);
      first = { key, at: event.timeStamp };
      if (!command || (command.worksWhileTyping === false && isTyping(event.target))) return;
      event.preventDefault();
      command.run();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Keys alone can get in the way of speech input and assistive technology, so they can be switched off (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (areOn: boolean) => void] {
  const areOn = useSyncExternalStore(subscribe, singleKeysAreOn);
  return [
    areOn,
    (next) => {
      localStorage.setItem(storageKey, next ? 'on' : 'off');
      for (const listener of listeners) listener();
    },
  ];
}

/** Keys as this machine's keyboard shows them, one after the other. */
export function keyCaps(keys: string): string[] {
  return keys.split(' ').map((key) =>
    key
      .replace('mod+', isMac ? '⌘' : 'Ctrl ')
      .replace('shift+', isMac ? '⇧' : 'Shift ')
      .replace(/\b[a-z]$/, (letter) => letter.toUpperCase()),
  );
}

/** With the modifier a shortcut always is one; a key alone only where it can mean nothing else. */
function isMeant(event: KeyboardEvent, key: string): boolean {
  if (event.defaultPrevented || event.repeat) return false;
  if (key.startsWith('mod+')) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return singleKeysAreOn() && !isTyping(event.target) && !isDialogOpen();
}

function nameOf(event: KeyboardEvent): string {
  const isMod = isMac ? event.metaKey : event.ctrlKey;
  return isMod ? `mod+${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}` : event.key;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea, select'))
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

function singleKeysAreOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
