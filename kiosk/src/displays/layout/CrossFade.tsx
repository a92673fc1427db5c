import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const fade = 200;

/** Lays a new scene over the old one, which stays until it is covered: there is never a blank frame between. */
export function CrossFade({ name, children }: { name: string; children: VNode }) {
  const latest = useRef<{ name: string; view: VNode }>({ name, view: children });
  const [leaving, setLeaving] = useState<{ name: string; view: VNode }>();
  if (latest.current.name !== name) {
    const old = latest.current;
    latest.current = { name, view: children };
    setLeaving(old);
  } else latest.current.view = children;

  useEffect(() => {
    if (leaving === undefined) return;
    const timer = setTimeout(() => setLeaving(undefined), fade + 50);
    return () => clearTimeout(timer);
  }, [leaving]);

  return (
    <>
      {leaving !== undefined && leaving.name !== name && <div class="layer" key={leaving.name} aria-hidden="true">{leaving.view}</div>}
      <div class="layer layer-in" key={name}>{children}</div>
    </>
  );
}
