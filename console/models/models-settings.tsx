import { useQuery } from '@tanstack/react-query';
import type { ModelSettings } from '../../contract/models.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { SkeletonLines } from '../ui/skeleton.tsx';
import { ModelCard } from './model-card.tsx';
import { modelsQuery } from './model-queries.ts';

/** Which models answer, and which one embeds. */
export function ModelsSettings() {
  const { data, error, refetch } = useQuery(modelsQuery);
  return (
    <section aria-label="Models">
      <h2 className="font-semibold">Models</h2>
      <p className="mb-4 max-w-2xl text-soft">
        The first model answers for twins. When it fails, the second takes over, and after that the built-in brain,
        which quotes the sources. Keys are stored encrypted and never shown again.
      </p>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines />}
      {data && (
        <div className="grid max-w-2xl gap-4">
          <ModelCard modelRole="first" title="First model" none={firstNone(data)} stored={data.first} />
          <ModelCard
            modelRole="second"
            title="Second model"
            description="Answers when the first one cannot."
            none="None"
            stored={data.second}
          />
          <ModelCard
            modelRole="embedding"
            title="Embedding model"
            description="Finds passages by meaning too. Without one they are found by their words."
            none="None"
            stored={data.embedding}
          />
        </div>
      )}
    </section>
  );
}

function firstNone({ fromEnvironment }: ModelSettings): string {
  return fromEnvironment
    ? `This server’s own (${fromEnvironment.provider} ${fromEnvironment.model})`
    : 'None: the built-in brain answers';
}
