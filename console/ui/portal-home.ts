/**
 * Where what floats above a control belongs in the page: in the dialog it was opened from, whose outside is hidden from
 * screen readers, or else in the main part, so that it stands in a landmark.
 */
export function portalHomeOf(control: Element | null): HTMLElement {
  return (
    control?.closest<HTMLElement>('[role="dialog"], [role="alertdialog"]') ??
    document.querySelector<HTMLElement>('main') ??
    document.body
  );
}
