import { CircleAlert, LoaderCircle, X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import type { UploadingFile } from './uploads-after.ts';
import type { Uploads } from './use-uploads.ts';

/** Files on their way, and why any was refused. */
export function UploadList({ uploads: { files, dismiss } }: { uploads: Uploads }) {
  if (files.length === 0) return null;
  return (
    <ul aria-label="Uploads" className="mb-4 grid gap-2">
      {files.map((file) => (
        <li
          key={file.key}
          className="flex items-start gap-3 rounded-xl border border-line bg-surface px-4 py-2.5 shadow-card"
        >
          {file.state === 'failed' ? (
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
          ) : (
            <LoaderCircle aria-hidden className="mt-0.5 size-4 shrink-0 animate-spin text-soft" />
          )}
          <span className="min-w-0 flex-1">
            <span className="wrap-anywhere block font-medium">{file.name}</span>
            <UploadState file={file} />
          </span>
          {file.state === 'failed' && (
            <Button look="quiet" size="icon" aria-label={`Dismiss ${file.name}`} onClick={() => dismiss(file.key)}>
              <X aria-hidden />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function UploadState({ file: { state, problem } }: { file: UploadingFile }) {
  if (state === 'failed') {
    return (
      <span role="alert" className="wrap-anywhere block text-[0.8125rem] text-bad">
        {problem}
      </span>
    );
  }
  return (
    <span className="block text-[0.8125rem] text-soft">
      {state === 'sending' ? 'Uploading…' : 'Waits for the others'}
    </span>
  );
}
