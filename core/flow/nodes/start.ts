import type { NodeBehaviour } from '../flow.ts';
import { leave } from './steps.ts';

/** Where a flow begins. */
export const start: NodeBehaviour = { enter: () => leave };
