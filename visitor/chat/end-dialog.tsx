import { useEffect, useRef, useState } from 'preact/hooks';
import { useSay } from '../words/words.ts';

export interface EndDialogProps {
  /** False when the server could not be told. */
  readonly end: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks before the session is ended. */
export function EndDialog({ end, onClose }: EndDialogProps) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const confirm = async () => {
    setFailed(false);
    if (await end()) onClose();
    else setFailed(true);
  };
  return (
    <dialog ref={dialog} class="card" aria-labelledby="end-title" onClose={onClose}>
      <h2 id="end-title">{say('endTitle')}</h2>
      <p>{say('endText')}</p>
      <p role="alert" class="trouble">
        {hasFailed && say('endFailed')}
      </p>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {say('keepTalking')}
        </button>
        <button type="button" class="button primary" onClick={confirm}>
          {say('endConfirm')}
        </button>
      </div>
    </dialog>
  );
}
