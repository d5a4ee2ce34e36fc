import { decide } from './decide.ts';
import type { EmbedEvent } from './embed-event.ts';
import { type EmbedSettings, readSettings } from './settings.ts';
import { warn } from './warn.ts';
import { createWidget, type Widget } from './widget.ts';

export interface EmbedApi {
  boot(settings: EmbedSettings): Promise<void>;
  run(command: readonly unknown[]): void;
}

/** The commands a customer's page can give, whether or not the visitor is served. */
export function createApi(origin: string): EmbedApi {
  const listeners = new Map<unknown, Set<(...details: unknown[]) => void>>();
  let settings: EmbedSettings | null = null;
  let widget: Widget | null = null;
  let wantsOpen = false;

  function tell(event: EmbedEvent): void {
    for (const listener of listeners.get(event) ?? []) listener();
  }

  async function boot(given: EmbedSettings): Promise<void> {
    shutdown();
    settings = given;
    const decision = await decide(given);
    // Another command may have overtaken the answer.
    if (settings !== given) return;
    if (!decision) return tell('notServed');
    widget = createWidget(given, decision, tell);
    tell('served');
    if (wantsOpen) widget.open();
  }

  function shutdown(): void {
    widget?.remove();
    widget = null;
    settings = null;
  }

  function identify(identityToken: string): void {
    if (!settings) return;
    const known = { ...settings, identityToken };
    if (!widget) return void boot(known);
    settings = known;
    widget.identify(identityToken);
  }

  const commands: Readonly<Record<string, (...details: unknown[]) => void>> = {
    boot: (given) => {
      const read = readSettings(typeof given === 'object' ? { ...given } : {}, origin);
      if (read) void boot(read);
      else warn("parley('boot', {deployment: 'KEY'}) needs the key of a deployment.");
    },
    shutdown,
    identify: (token) => {
      if (typeof token === 'string' && token !== '') identify(token);
      else warn("parley('identify', token) needs a signed identity token.");
    },
    open: () => {
      wantsOpen = true;
      widget?.open();
    },
    close: () => {
      wantsOpen = false;
      widget?.close();
    },
    on: (event, listener) => {
      if (typeof listener !== 'function') return warn("parley('on', event, listener) needs a function.");
      const known = listeners.get(event) ?? new Set();
      listeners.set(
        event,
        known.add(() => listener()),
      );
    },
  };

  return {
    boot,
    run([name, ...details]) {
      const command = Object.hasOwn(commands, String(name)) ? commands[String(name)] : undefined;
      if (command) command(...details);
      else warn(`There is no command "${String(name)}"; there are: ${Object.keys(commands).join(', ')}.`);
    },
  };
}
