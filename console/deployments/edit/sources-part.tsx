import { Library } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';

/** What a twin may draw on here. */
export function SourcesPart() {
  return (
    <EmptyState icon={Library} title="There are no sources yet">
      Sources are what a twin may draw on: each is mentioned, used silently, or unavailable here. Twins and their
      sources are not available yet; a flow says only what its steps say.
    </EmptyState>
  );
}
