/** The look of everything one types or chooses in. */
export const controlClasses =
  'w-full rounded-lg border border-line-control/60 bg-surface px-3 text-sm text-ink shadow-card transition-colors placeholder:text-faint hover:border-line-control focus-visible:outline-2 focus-visible:outline-offset-0 aria-invalid:border-bad disabled:cursor-not-allowed disabled:bg-sunken disabled:text-soft';
