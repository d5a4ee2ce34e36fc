import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';

export interface RowActionProps {
  label: string;
  /** Whose row it stands in, for screen readers. */
  name: string;
  /** What is asked first. */
  children: (onClose: () => void) => ReactNode;
}

/** A row's action that asks before it is done. */
export function RowAction({ label, name, children }: RowActionProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setAsking(true)}>
        {label}
        <span className="sr-only"> {name}</span>
      </Button>
      {isAsking && children(() => setAsking(false))}
    </>
  );
}
