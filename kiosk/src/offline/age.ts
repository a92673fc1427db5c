/** How old something is, in words that change slowly. @param ms milliseconds */
export function ageText(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  // Asked for every ten seconds: what is younger than a minute is what the server has.
  if (minutes < 1) return "up to date";
  return minutes < 90 ? `${minutes} min old` : `${Math.floor(minutes / 60)} h old`;
}
