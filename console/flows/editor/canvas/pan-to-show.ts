interface Side {
  /** Where it begins and how wide it is, in the flow's own measure. */
  readonly x: number;
  readonly width: number;
}

const margin = 24;

/** How far the view must move sideways to show a node: as little as shows its right side, but never so far that its left side is lost. */
export function panToShow(
  node: Side,
  view: { readonly x: number; readonly zoom: number },
  canvasWidth: number,
): number {
  const left = node.x * view.zoom + view.x;
  const hiddenRight = left + node.width * view.zoom + margin - canvasWidth;
  const roomLeft = left - margin;
  return hiddenRight <= 0 ? 0 : -Math.max(0, Math.min(hiddenRight, roomLeft));
}
