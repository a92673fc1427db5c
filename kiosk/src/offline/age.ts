/** How old something is, in words that change slowly. @param ms milliseconds */
export function ageText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 30) return "up to date";
  if (seconds < 90) return `${seconds} s old`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min old` : `${Math.floor(minutes / 60)} h old`;
}
