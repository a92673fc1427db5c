import { useState } from "preact/hooks";

/** The most heads of one group: what the server takes. */
const most = 9999;

interface Props { adults: number; under18s: number; out: boolean; onCount: (adults: number, under18s: number) => void; onCancel: () => void }

/** How many come, or go, with a delegation pass: what was planned or is inside, adjusted with the thumb. */
export function GroupStepper({ adults: plannedAdults, under18s: plannedUnder18s, out, onCount, onCancel }: Props) {
  const [adults, setAdults] = useState(plannedAdults);
  const [under18s, setUnder18s] = useState(plannedUnder18s);
  const all = adults + under18s;
  return (
    <form class="stepper" onSubmit={(event) => { event.preventDefault(); if (all > 0) onCount(adults, under18s); }}>
      <Line name="Adults" value={adults} onValue={setAdults} />
      <Line name="Under 18" value={under18s} onValue={setUnder18s} />
      <div class="result-buttons">
        <button type="button" onClick={onCancel}>Cancel</button>
        <button class="stepper-count" disabled={all === 0}>{all === 0 ? "How many?" : out ? `Let ${all} out` : `Let ${all} in`}</button>
      </div>
    </form>
  );
}

function Line({ name, value, onValue }: { name: string; value: number; onValue: (value: number) => void }) {
  const to = (next: number) => onValue(Math.min(most, Math.max(0, next)));
  return (
    <div class="stepper-line" role="group" aria-label={name}>
      <span>{name}</span>
      <button type="button" aria-label={`${name}: one fewer`} disabled={value === 0} onClick={() => to(value - 1)}>−</button>
      <input aria-label={name} inputMode="numeric" value={String(value)} onInput={(event) => to(Number(event.currentTarget.value.replace(/\D/g, "") || 0))} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" aria-label={`${name}: one more`} onClick={() => to(value + 1)}>+</button>
    </div>
  );
}
