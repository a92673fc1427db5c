/** The most heads of one scan: what the server takes. */
export const mostHeads = 9_999;

interface Props { name: string; value: number; onValue: (value: number) => void; chips?: readonly number[] }

/** A number for a thumb: fewer, more, typed, or one tap on a common one. */
export function NumberField({ name, value, onValue, chips = [] }: Props) {
  const to = (next: number) => onValue(Math.min(mostHeads, Math.max(0, next)));
  return (
    <div class="number" role="group" aria-label={name}>
      <span class="number-name">{name}</span>
      <button type="button" aria-label={`${name}: one fewer`} disabled={value === 0} onClick={() => to(value - 1)}>−</button>
      <input aria-label={name} inputMode="numeric" value={String(value)} onInput={(event) => to(Number(event.currentTarget.value.replace(/\D/g, "") || 0))} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" aria-label={`${name}: one more`} onClick={() => to(value + 1)}>+</button>
      {chips.length > 0 && (
        <div class="number-chips">{chips.map((chip) => <button type="button" key={chip} aria-pressed={chip === value} onClick={() => to(chip)}>{chip}</button>)}</div>
      )}
    </div>
  );
}
