import { ChoiceCards } from '../../ui/choice-cards.tsx';
import type { DeploymentSubject } from './wizard-draft.ts';

/** A conversation that is drawn, or the counterpart of an expert. */
export function SubjectKindChoice(props: {
  value: DeploymentSubject['kind'];
  onChange: (kind: DeploymentSubject['kind']) => void;
}) {
  return (
    <ChoiceCards
      label="What will visitors meet?"
      value={props.value}
      onChange={props.onChange}
      choices={[
        { value: 'flow', label: 'A flow', description: 'A conversation you have drawn, step by step.' },
        { value: 'twin', label: 'A twin', description: 'It answers whatever is asked, from your sources.' },
      ]}
    />
  );
}
