/** The sign of Parley: two that talk. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M9 9.5A2.5 2.5 0 0 1 11.5 7h9A2.5 2.5 0 0 1 23 9.5v6a2.5 2.5 0 0 1-2.5 2.5H15l-6 4.5z"
        className="fill-on-accent"
      />
      <path d="M20 20.5h3.5v4.200l-4.400-3.100" opacity=".65" className="fill-on-accent" />
    </svg>
  );
}
