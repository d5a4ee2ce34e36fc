export interface BatchOptions<Item, Result> {
  /** Only items with the same key share a batch. */
  readonly keyOf: (item: Item) => string;
  /** Most items of a batch. */
  readonly size: number;
  /** Batches under way at once. */
  readonly concurrency: number;
  /** Does a batch, all of it or nothing; the results are in the order of the items. */
  readonly work: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Whether a failed batch may have failed for one of its items: each is then done alone. */
  readonly mayBeOneItems: (error: unknown) => boolean;
}

interface Asked<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Lets what is asked for while all batches are under way share the next ones. Nothing waits for company. */
export function batched<Item, Result>(options: BatchOptions<Item, Result>): (item: Item) => Promise<Result> {
  const { keyOf, size, concurrency } = options;
  let waiting: Asked<Item, Result>[] = [];
  let underWay = 0;

  function begin(): void {
    while (underWay < concurrency && waiting.length > 0) {
      underWay += 1;
      void doBatch(options, takeBatch()).finally(() => {
        underWay -= 1;
        begin();
      });
    }
  }

  function takeBatch(): Asked<Item, Result>[] {
    const batch: Asked<Item, Result>[] = [];
    const rest: Asked<Item, Result>[] = [];
    const key = waiting[0] && keyOf(waiting[0].item);
    for (const asked of waiting) {
      const fits = batch.length < size && keyOf(asked.item) === key;
      (fits ? batch : rest).push(asked);
    }
    waiting = rest;
    return batch;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      begin();
    });
}

async function doBatch<Item, Result>(
  options: BatchOptions<Item, Result>,
  batch: readonly Asked<Item, Result>[],
): Promise<void> {
  try {
    const results = await options.work(batch.map(({ item }) => item));
    for (const [index, result] of results.entries()) batch[index]?.resolve(result);
  } catch (error) {
    if (batch.length > 1 && options.mayBeOneItems(error)) {
      for (const asked of batch) await doBatch(options, [asked]);
    } else {
      for (const { reject } of batch) reject(error);
    }
  }
}
