import { registerSW } from "virtual:pwa-register";

const loaded = performance.now();

/**
 * A new version takes over only while the page has just been opened. Later it waits for the next opening: a screen
 * that reloads by itself in the middle of a reveal is worse than one that is a version behind.
 */
export function keepUpToDate(): void {
  const apply = registerSW({
    immediate: true,
    onNeedRefresh() {
      if (performance.now() - loaded < 4000) void apply(true);
    },
  });
}
