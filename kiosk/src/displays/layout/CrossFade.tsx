import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const fade = 200;

interface Props<T> { name: string; of: T; render: (of: T) => VNode }

/**
 * Lays a new scene over the old one, which stays until it is covered: there is never a blank frame between. What is
 * kept of the old one is what it is made of. Its node would hold the tree it stood in, that tree the node before it,
 * and a screen the whole evening.
 */
export function CrossFade<T>({ name, of, render }: Props<T>) {
  const latest = useRef({ name, of });
  const [leaving, setLeaving] = useState<{ name: string; of: T }>();
  if (latest.current.name !== name) setLeaving(latest.current);
  latest.current = { name, of };

  useEffect(() => {
    if (leaving === undefined) return;
    const timer = setTimeout(() => setLeaving(undefined), fade + 50);
    return () => clearTimeout(timer);
  }, [leaving]);

  return (
    <>
      {leaving !== undefined && leaving.name !== name && <div class="layer" key={leaving.name} aria-hidden="true">{render(leaving.of)}</div>}
      <div class="layer layer-in" key={name}>{render(of)}</div>
    </>
  );
}
