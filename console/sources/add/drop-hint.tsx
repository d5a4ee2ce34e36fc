import { Upload } from 'lucide-react';

/** Shown while files are held over the page. */
export function DropHint() {
  return (
    <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-2xl border-2 border-accent border-dashed bg-accent-soft/90 text-accent-text">
      <p className="flex items-center gap-3 font-semibold text-lg">
        <Upload aria-hidden className="size-6" />
        Drop the files to upload them
      </p>
    </div>
  );
}
