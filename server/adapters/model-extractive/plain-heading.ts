/** A heading as it is compared with what a visitor says: without case and the marks at its end. */
export function plainHeading(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s.:!?…]+$/u, '');
}
