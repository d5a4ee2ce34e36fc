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
  /** At once, because the browser tells of a closed dialog late: a quick second click on End would come before. */
  const leave = () => {
    dialog.current?.close();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      class="card"
      aria-labelledby="end-title"
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onClose={({ currentTarget }) => currentTarget.isConnected && onClose()}
    >
      <h2 id="end-title">{say('endTitle')}</h2>
      <p>{say('endText')}</p>
      <p role="alert" class="trouble">
        {hasFailed && say('endFailed')}
      </p>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={leave}>
          {say('keepTalking')}
        </button>
        <button type="button" class="button primary" onClick={confirm}>
          {say('endConfirm')}
        </button>
      </div>
    </dialog>
  );
}
