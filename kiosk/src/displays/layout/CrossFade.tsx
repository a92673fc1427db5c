import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const fade = 200;

interface Shown<T> { readonly name: string; readonly of: T }
interface Props<T> { name: string; of: T; render: (of: T) => VNode }

/**
 * Puts a new scene under the old one, which then fades away: there is never a blank frame between. The other way round,
 * fading the new one in from nothing, Chromium leaves out what lies under it for the first frames. What is kept of the
 * old one is what it is made of: its node would hold the tree it stood in, that tree the node before, and a screen the whole evening.
 */
export function CrossFade<T>({ name, of, render }: Props<T>) {
  const shown = useRef<Shown<T>>({ name, of });
  // Not a state: set while rendering, that could be drawn one frame late.
  const leaving = useRef<Shown<T> | undefined>(undefined);
  const [, setGone] = useState<Shown<T>>();
  if (shown.current.name !== name) leaving.current = shown.current;
  shown.current = { name, of };

  useEffect(() => {
    const gone = leaving.current;
    if (gone === undefined) return;
    const timer = setTimeout(() => {
      leaving.current = undefined;
      setGone(gone);
    }, fade + 50);
    return () => clearTimeout(timer);
  }, [name]);

  return (
    <>
      <div class="layer layer-in" key={name}>{render(of)}</div>
      {leaving.current !== undefined && <div class="layer layer-out" key={leaving.current.name} aria-hidden="true">{render(leaving.current.of)}</div>}
    </>
  );
}
