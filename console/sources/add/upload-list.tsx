import { CircleAlert, LoaderCircle, X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import type { UploadingFile } from './uploads-after.ts';
import type { Uploads } from './use-uploads.ts';

/** Files on their way, how far each is, and why any was refused. */
export function UploadList({ uploads: { files, remove } }: { uploads: Uploads }) {
  if (files.length === 0) return null;
  return (
    <ul aria-label="Uploads" className="grid gap-2">
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
          <Button
            look="quiet"
            size="icon"
            aria-label={`${file.state === 'failed' ? 'Dismiss' : 'Cancel'} ${file.name}`}
            onClick={() => remove(file.key)}
          >
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function UploadState({ file: { name, state, sent, problem } }: { file: UploadingFile }) {
  if (state === 'failed') {
    return (
      <span role="alert" className="wrap-anywhere block text-[0.8125rem] text-bad">
        {problem}
      </span>
    );
  }
  if (state === 'waiting') return <span className="block text-[0.8125rem] text-soft">Waits for the others</span>;
  const percent = Math.floor(sent * 100);
  return (
    <>
      <span className="block text-[0.8125rem] text-soft tabular-nums">
        {sent < 1 ? `Uploading, ${percent} %` : 'Uploaded, about to be kept'}
      </span>
      <progress
        aria-label={`Upload of ${name}`}
        max={100}
        value={percent}
        className="mt-1.5 block h-1 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
    </>
  );
}
