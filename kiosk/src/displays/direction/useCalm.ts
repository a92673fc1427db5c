import { useEffect, useRef, useState } from "preact/hooks";

/** A value that changes often, at most every so many milliseconds; the last one always arrives. */
export function useCalm<T>(value: T, every: number): T {
  const [calm, setCalm] = useState(value);
  const at = useRef(0);
  useEffect(() => {
    const wait = at.current + every - performance.now();
    const take = () => {
      at.current = performance.now();
      setCalm(value);
    };
    if (wait <= 0) return take();
    const timer = setTimeout(take, wait);
    return () => clearTimeout(timer);
  }, [value, every]);
  return calm;
}
