import { SendHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Input as RequestedInput } from '../../../../core/flow/node-data.ts';
import { Button } from '../../../ui/button.tsx';
import { Input } from '../../../ui/input.tsx';

export interface Reply {
  readonly text: string;
  readonly choice?: string | string[];
  readonly value?: number | string;
}

export interface ReplyControlProps {
  input: RequestedInput;
  onReply: (reply: Reply) => void;
}

/** Lets the tester answer as a visitor would: by buttons, boxes, or typing. */
export function ReplyControl({ input, onReply }: ReplyControlProps) {
  const { kind, options = [] } = input;
  if (kind === 'choices') return <Choices options={options} onReply={onReply} />;
  if (kind === 'choice' || kind === 'consent') {
    return (
      <div className="grid gap-2">
        <ChoiceButtons options={options} onReply={onReply} />
        {kind === 'choice' && <TypedReply input={input} onReply={onReply} />}
      </div>
    );
  }
  if (kind === 'rating')
    return <ChoiceButtons options={ratings(input)} onReply={({ text }) => onReply({ text, value: Number(text) })} />;
  return <TypedReply input={input} onReply={onReply} />;
}

function ChoiceButtons(props: { options: readonly { id: string; label: string }[]; onReply: (reply: Reply) => void }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {props.options.map(({ id, label }) => (
        <Button key={id} size="small" onClick={() => props.onReply({ text: label, choice: id })}>
          <span dir="auto">{label}</span>
        </Button>
      ))}
    </div>
  );
}

function Choices(props: { options: readonly { id: string; label: string }[]; onReply: (reply: Reply) => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="sr-only">Choose any</legend>
      {props.options.map(({ id, label }) => (
        <label key={id} className="flex items-center gap-2">
          <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
          <span dir="auto">{label}</span>
        </label>
      ))}
      <Button
        size="small"
        look="main"
        className="justify-self-start"
        onClick={() => props.onReply({ text: '', choice: [...chosen] })}
      >
        Send
      </Button>
    </fieldset>
  );
}

const types: Partial<Record<RequestedInput['kind'], string>> = {
  email: 'email',
  phone: 'tel',
  url: 'url',
  date: 'date',
};

/** No form validation of the browser: what the flow refuses is part of the test. */
function TypedReply({ input, onReply }: ReplyControlProps) {
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onReply({ text });
    setText('');
  };
  return (
    <form noValidate onSubmit={send} className="flex gap-1.5">
      <Input
        aria-label="Your answer"
        autoComplete="off"
        dir="auto"
        type={types[input.kind] ?? 'text'}
        inputMode={input.kind === 'number' ? 'decimal' : undefined}
        placeholder="Answer as a visitor"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" look="main" size="icon" aria-label="Send the answer">
        <SendHorizontal aria-hidden />
      </Button>
    </form>
  );
}

function ratings({ min, max }: RequestedInput) {
  const first = typeof min === 'number' ? min : 1;
  const last = Math.min(typeof max === 'number' ? max : 5, first + 20);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    id: String(first + index),
    label: String(first + index),
  }));
}
