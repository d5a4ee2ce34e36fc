import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';

export const passwordRule = 'At least 10 characters. A few words in a row are easy to keep.';
const shortestPassword = 10;

/** A password, hidden until asked for. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const [isShown, setShown] = useState(false);
  return (
    <span className="relative block">
      <Input {...props} type={isShown ? 'text' : 'password'} className="pr-10" spellCheck={false} />
      <Button
        look="quiet"
        size="small"
        className="absolute top-1 right-1 px-1.5"
        aria-label={isShown ? 'Hide the password' : 'Show the password'}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </Button>
    </span>
  );
}

/** A password that is chosen now. */
export function NewPasswordInput(props: ComponentProps<'input'>) {
  return <PasswordInput autoComplete="new-password" required minLength={shortestPassword} maxLength={200} {...props} />;
}
