import type { ComponentChildren } from "preact";

/** Line icons of the bar, 24 × 24, in the colour of the text. */
export const ModeIcon = ({ children }: { children: ComponentChildren }) => (
  <svg class="mode-icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">{children}</svg>
);

export const ScanIcon = () => <ModeIcon><path d="M3 8V5a2 2 0 0 1 2-2h3M16 3h3a2 2 0 0 1 2 2v3M21 16v3a2 2 0 0 1-2 2h-3M8 21H5a2 2 0 0 1-2-2v-3" /><path d="M8 8h3v3H8zM13 13h3v3h-3zM13 8h3M8 16h2" /></ModeIcon>;
export const RecentIcon = () => <ModeIcon><path d="M4 12a8 8 0 1 0 2.5-5.8" /><path d="M4 4v4h4M12 8v4.5l3 2" /></ModeIcon>;
export const MoreIcon = () => <ModeIcon><path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="4" /></ModeIcon>;
export const GroupIcon = () => <ModeIcon><circle cx="8" cy="8" r="3.2" /><path d="M2 20c0-4 2.6-6 6-6s6 2 6 6" /><path d="M15 5.2a3.2 3.2 0 0 1 0 5.8M17 14.4c3 .5 5 2.4 5 5.6" /></ModeIcon>;
export const WalkupIcon = () => <ModeIcon><circle cx="10" cy="7" r="3.6" /><path d="M3 21c0-4.6 3-7 7-7 1.6 0 3 .4 4.200 1.100M18 14v7M14.500 17.500h7" /></ModeIcon>;
export const CountIcon = () => <ModeIcon><path d="M5 5v14M9 5v14M13 5v14M17 5v14M3 16L20 8" /></ModeIcon>;
export const FindIcon = () => <ModeIcon><circle cx="10.500" cy="10.500" r="6.500" /><path d="M15.500 15.500L21 21" /></ModeIcon>;
export const PaperIcon = () => <ModeIcon><path d="M6 3h9l4 4v14H6z" /><path d="M9 11l1.500 1.500L13 10M9 17h7M15 12h1.500" /></ModeIcon>;
export const CasesIcon = () => <ModeIcon><path d="M5 21V4M5 4h13l-3 4.500 3 4.500H5" /></ModeIcon>;
export const BoardIcon = () => <ModeIcon><path d="M3 3h8v10H3zM14 3h7v6h-7zM14 12h7v9h-7zM3 16h8v5H3z" /></ModeIcon>;
