/** The language a session is held in: the visitor's where it is allowed (`de-AT` is served by `de`), else the first allowed one. */
export function chosenLanguage(allowed: readonly string[], wanted: string | undefined): string {
  const main = allowed[0] ?? 'en';
  if (!wanted) return main;
  const base = wanted.split('-')[0]?.toLowerCase();
  return (
    allowed.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
    allowed.find((tag) => tag.split('-')[0]?.toLowerCase() === base) ??
    main
  );
}
