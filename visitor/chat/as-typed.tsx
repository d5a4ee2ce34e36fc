/** A visitor's words, shown exactly as typed. */
export function AsTyped({ text }: { text: string }) {
  return (
    <p dir="auto" class="as-typed">
      {text}
    </p>
  );
}
