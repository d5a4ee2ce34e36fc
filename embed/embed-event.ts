import type { FrameEvent } from '../contract/embed-protocol.ts';

/** What a page can listen to with `parley('on', name, listener)`. */
export type EmbedEvent = FrameEvent | 'served' | 'notServed' | 'opened' | 'closed';
