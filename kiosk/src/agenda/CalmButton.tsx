import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

interface Props {
  children: ComponentChildren;
  /** Changes with whatever the tap would act on. */
  of: string | number;
  disabled?: boolean;
  class?: string;
  label?: string;
  onTap: () => void;
}

/** The second finger of a double tap, or a finger on its way to what stood here before, lands within this. */
const settling = 600;

/** One tap for one step, in a row of many: after each, the button takes no tap for a moment. */
export function CalmButton({ children, of, disabled = false, class: look = "", label, onTap }: Props) {
  const shown = useRef({ of, since: -Infinity });
  if (shown.current.of !== of) shown.current = { of, since: performance.now() };
  return (
    <button type="button" class={look} aria-disabled={disabled} {...(label !== undefined && { "aria-label": label })} onClick={() => {
      if (disabled || performance.now() - shown.current.since < settling) return;
      shown.current.since = performance.now();
      onTap();
    }}>{children}</button>
  );
}
