import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  /** What it does, as the first tap reads it. */
  children: ComponentChildren;
  /** What the second tap confirms. Said to a screen reader when the first tap has armed it. */
  sure: ComponentChildren;
  /** Changes with whatever the step would act on: an armed button never does what it was not armed for. */
  of: string | number;
  disabled?: boolean;
  class?: string;
  onSure: () => void;
}

/** The second finger of a double tap lands within this: it must not count as the confirmation. */
const settling = 500;
/** After this nobody remembers having tapped. */
const patience = 5000;

/**
 * A step that the hall sees: tap, then tap again in the same place. Chosen over press-and-hold because it says what
 * will happen before it happens, works the same by finger, keyboard, switch and screen reader, needs no steady hand,
 * and because a thumb resting on the tablet, or a double tap, does nothing.
 */
export function SureButton({ children, sure, of, disabled = false, class: look = "", onSure }: Props) {
  const [armedAt, setArmedAt] = useState<number>();
  const shownFor = useRef({ of, since: performance.now() });
  if (shownFor.current.of !== of) shownFor.current = { of, since: performance.now() };
  const armed = armedAt !== undefined && armedAt >= shownFor.current.since;

  useEffect(() => {
    if (armedAt === undefined) return;
    const timer = setTimeout(() => setArmedAt(undefined), patience);
    return () => clearTimeout(timer);
  }, [armedAt]);

  function tap() {
    const now = performance.now();
    // The finger on its way meant what stood here before.
    if (disabled || now - shownFor.current.since < settling) return;
    if (!armed) return setArmedAt(now);
    if (now - armedAt < settling) return;
    setArmedAt(undefined);
    onSure();
  }

  return (
    <button type="button" class={`sure ${look} ${armed ? "armed" : ""}`} aria-disabled={disabled} onClick={tap} onBlur={() => setArmedAt(undefined)}>
      <span aria-live="polite">{armed ? sure : children}</span>
      {armed && <i class="sure-wane" aria-hidden="true" />}
    </button>
  );
}
