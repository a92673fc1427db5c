let wanted = false;

async function hold(): Promise<void> {
  if (wanted && document.visibilityState === "visible") await navigator.wakeLock?.request("screen").catch(() => undefined);
}

/** Keeps the screen on for as long as the page is looked at; browsers drop the lock whenever the page is hidden. */
export function keepAwake(): void {
  if (!wanted) document.addEventListener("visibilitychange", () => void hold());
  wanted = true;
  void hold();
}
