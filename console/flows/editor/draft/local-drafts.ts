import * as z from 'zod/mini';
import { graphSchema } from '../../../../core/flow/graph.ts';
import type { KeptDraft } from './draft-saver.ts';

const savedSchema = z.object({
  revision: z.int(),
  graph: graphSchema,
  updatedAt: z.string(),
  updatedBy: z.nullable(z.string()),
});
const keptSchema = z.object({ base: savedSchema, graph: graphSchema });

/** Unsaved work on a flow, kept in this browser. */
export interface LocalDraft {
  read(): KeptDraft | null;
  /** False where the browser has no room, or lets pages keep nothing. */
  keep(draft: KeptDraft | null): boolean;
}

export function localDraft(flowId: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): LocalDraft {
  const key = `parley-draft-${flowId}`;
  return {
    read() {
      try {
        const parsed = keptSchema.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
        return parsed.success ? parsed.data : null;
      } catch {
        return null;
      }
    },
    keep(draft) {
      try {
        if (draft) storage.setItem(key, JSON.stringify(draft));
        else storage.removeItem(key);
        return true;
      } catch {
        return false;
      }
    },
  };
}
