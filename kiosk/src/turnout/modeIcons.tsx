import type { ComponentChildren } from "preact";

/** Line icons of the bar, 24 × 24, in the colour of the text. */
export const ModeIcon = ({ children }: { children: ComponentChildren }) => (
  <svg class="mode-icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">{children}</svg>
);

export const ScanIcon = () => <ModeIcon><path d="M3 8V5a2 2 0 0 1 2-2h3M16 3h3a2 2 0 0 1 2 2v3M21 16v3a2 2 0 0 1-2 2h-3M8 21H5a2 2 0 0 1-2-2v-3" /><path d="M8 8h3v3H8zM13 13h3v3h-3zM13 8h3M8 16h2" /></ModeIcon>;
export const RecentIcon = () => <ModeIcon><path d="M4 12a8 8 0 1 0 2.5-5.8" /><path d="M4 4v4h4M12 8v4.5l3 2" /></ModeIcon>;
export const MoreIcon = () => <ModeIcon><path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="4" /></ModeIcon>;
