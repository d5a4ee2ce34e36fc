import type { FunctionComponent } from 'preact';
import { useRef } from 'preact/hooks';
import type { InputKind } from '../../core/flow/node-data.ts';
import type { Answer, ChatView } from '../chat/open-chat.ts';
import { lazy } from '../lazy.ts';
import type { StopButtonProps } from '../twin/stop-button.tsx';
import { Composer } from './composer.tsx';
import type { InputProps } from './input-props.ts';
import { QuickReplies } from './quick-replies.tsx';
import { useDockFocus } from './use-dock-focus.ts';

const onDemand = (load: () => Promise<FunctionComponent<InputProps>>) =>
  // Free text answers every question, if need be.
  lazy<InputProps>(load, (props) => <Composer {...props} />);
const ChoicesInput = onDemand(async () => (await import('./choices-input.tsx')).ChoicesInput);
const ConsentInput = onDemand(async () => (await import('./consent-input.tsx')).ConsentInput);
const RatingInput = onDemand(async () => (await import('./rating-input.tsx')).RatingInput);
const FieldInput = onDemand(async () => (await import('./field-input.tsx')).FieldInput);

const controls: Readonly<Record<InputKind, FunctionComponent<InputProps>>> = {
  text: Composer,
  file: Composer,
  choice: Composer,
  choices: ChoicesInput,
  consent: ConsentInput,
  rating: RatingInput,
  email: FieldInput,
  phone: FieldInput,
  number: FieldInput,
  date: FieldInput,
  url: FieldInput,
};

const StopButton = lazy<StopButtonProps>(
  async () => (await import('../twin/stop-button.tsx')).StopButton,
  () => null,
);

export interface AnswerDockProps {
  readonly view: ChatView;
  readonly onAnswer: (answer: Answer) => void;
  /** Stops the answer that is being written. */
  readonly stop: StopButtonProps['stop'];
}

/** Where the visitor answers: the control that fits what is asked, or free text. */
export function AnswerDock({ view, onAnswer, stop }: AnswerDockProps) {
  const { request, quickReplies, growing } = view.conversation;
  const isOnItsWay = view.outbox.some((item) => item.status !== 'refused');
  const asked = request && !request.isAnswered && !isOnItsWay ? request : null;
  const kind = asked?.input.kind ?? 'text';
  const isChoice = kind === 'choice';
  const isFree = kind === 'text' && !isOnItsWay;
  const options = isChoice ? asked?.input.options : isFree && quickReplies;
  const Control = controls[kind];
  const lastText = useRef('');
  const draft = useRef('');
  const dock = useDockFocus();
  const rejection = asked?.rejection ?? null;
  return (
    <div ref={dock}>
      {rejection && (
        <p id="rejection" class="rejection" dir="auto">
          {rejection}
        </p>
      )}
      {options && options.length > 0 && (
        <QuickReplies
          options={options}
          onPick={(option) =>
            onAnswer({ body: isChoice ? { choice: option.id } : { text: option.label }, text: option.label })
          }
        />
      )}
      <Control
        key={Control === Composer ? 'composer' : asked?.seq}
        input={asked?.input ?? { kind: 'text' }}
        isRejected={rejection !== null}
        lastText={lastText.current}
        draft={draft}
        beside={growing && <StopButton key={growing.effectId} stop={stop} />}
        onAnswer={(answer) => {
          lastText.current = answer.text;
          draft.current = '';
          onAnswer(answer);
        }}
      />
    </div>
  );
}
