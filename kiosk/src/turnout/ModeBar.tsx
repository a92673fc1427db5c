import { useState } from "preact/hooks";
import { MoreIcon } from "./modeIcons";
import type { Door } from "./door";
import { type Mode, placed } from "./modes";

interface Props { modes: readonly Mode[]; door: Door; current: string; onChoose: (id: string) => void }

/** The bar under the thumb: one button for each way of working; what does not fit is behind "More". */
export function ModeBar({ modes, door, current, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const { bar, more } = placed(modes);
  const choose = (id: string) => {
    setOpen(false);
    onChoose(id);
  };
  if (modes.length < 2) return null;
  return (
    <nav class="mode-bar" aria-label="Ways of working" onKeyDown={(event) => { if (event.key === "Escape") setOpen(false); }}>
      {open && <button class="mode-veil" aria-label="Close" onClick={() => setOpen(false)} />}
      {open && <div class="mode-more">{more.map((mode) => <ModeButton key={mode.id} mode={mode} door={door} current={current} onChoose={choose} />)}</div>}
      <div class="mode-row">
        {bar.map((mode) => <ModeButton key={mode.id} mode={mode} door={door} current={current} onChoose={choose} />)}
        {more.length > 0 && (
          <button class="mode" aria-expanded={open} aria-current={more.some(({ id }) => id === current) ? "page" : undefined} onClick={() => setOpen(!open)}>
            <MoreIcon />{more.find(({ id }) => id === current)?.name ?? "More"}
          </button>
        )}
      </div>
    </nav>
  );
}

function ModeButton({ mode, door, current, onChoose }: { mode: Mode; door: Door; current: string; onChoose: (id: string) => void }) {
  const Icon = mode.icon;
  const waiting = mode.badge?.(door) ?? 0;
  return <button class="mode" aria-current={mode.id === current ? "page" : undefined} onClick={() => onChoose(mode.id)}>{Icon && <Icon />}{mode.name}{waiting > 0 && <b class="mode-badge">{waiting}<span class="unseen"> waiting</span></b>}</button>;
}
