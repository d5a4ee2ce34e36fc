import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { copyText } from './copy-text.ts';

const shownForMs = 2_000;

/** Copies a text and says so where one looks. */
export function CopyButton({
  text,
  label,
  children,
  ...rest
}: { text: string; label: string } & Omit<ButtonProps, 'onClick'>) {
  const [isCopied, setCopied] = useState(false);
  async function copy() {
    await copyText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), shownForMs);
  }
  return (
    <Button {...rest} aria-label={isCopied ? `${label}: copied` : label} onClick={() => void copy()}>
      {isCopied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
      {children && (isCopied ? 'Copied' : children)}
      <span role="status" className="sr-only">
        {isCopied ? 'Copied' : ''}
      </span>
    </Button>
  );
}
