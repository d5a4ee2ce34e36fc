/** A decorative icon, drawn from an outline; what it stands for is said beside it or by its button's label. */
export function Icon({ outline, isMirrored = false }: { outline: string; isMirrored?: boolean }) {
  return (
    <svg class={`icon${isMirrored ? ' mirrored' : ''}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={outline} />
    </svg>
  );
}
