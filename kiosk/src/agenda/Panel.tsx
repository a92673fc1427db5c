import { useEffect, useId, useRef } from "preact/hooks";

interface Props { title: string; onClose: () => void; foot?: preact.ComponentChildren; children: preact.ComponentChildren }

/** A sheet over the page. Escape and the button close it; focus stays inside and goes back to where it was. */
export function Panel({ title, onClose, foot, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal?.();
    return () => (before as HTMLElement | null)?.focus?.();
  }, []);
  return (
    <dialog class="panel" ref={dialog} aria-labelledby={id} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <header class="panel-head"><h2 id={id}>{title}</h2><button class="quiet" onClick={onClose}>Close</button></header>
      <div class="panel-body">{children}</div>
      {foot !== undefined && <footer class="panel-foot">{foot}</footer>}
    </dialog>
  );
}
