import { useEffect, useRef, useState } from 'react';
import { Input } from './input.tsx';
import { searchCharacters } from './searched-for.ts';

const pauseMs = 300;

export interface SearchFieldProps {
  label: string;
  value: string;
  /** Called with what was typed, once the typing pauses. */
  onSearch: (text: string) => void;
  className?: string;
}

/** Searches a list while one types. */
export function SearchField({ label, value, onSearch, className }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const searched = useRef(value);
  const latest = useRef(onSearch);
  latest.current = onSearch;
  useEffect(() => {
    if (value === searched.current) return;
    searched.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === searched.current) return;
    const pause = setTimeout(() => {
      searched.current = wanted;
      latest.current(wanted);
    }, pauseMs);
    return () => clearTimeout(pause);
  }, [text]);
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={searchCharacters}
      value={text}
      onChange={(event) => setText(event.target.value)}
      className={className}
    />
  );
}
