import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const fade = 200;

interface Shown { readonly name: string; view: VNode }

/**
 * Puts a new scene under the old one, which then fades away: there is never a blank frame between. The other way round,
 * fading the new one in from nothing, Chromium leaves out what lies under it for the first frames.
 */
export function CrossFade({ name, children }: { name: string; children: VNode }) {
  const shown = useRef<Shown>({ name, view: children });
  // Not a state: set while rendering, that could be drawn one frame late.
  const leaving = useRef<Shown | undefined>(undefined);
  const [, setGone] = useState<Shown>();
  if (shown.current.name === name) shown.current.view = children;
  else {
    leaving.current = shown.current;
    shown.current = { name, view: children };
  }

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
      <div class="layer layer-in" key={name}>{children}</div>
      {leaving.current !== undefined && <div class="layer layer-out" key={leaving.current.name} aria-hidden="true">{leaving.current.view}</div>}
    </>
  );
}
