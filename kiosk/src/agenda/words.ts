const minute = 60_000;

/** "4:05", "1:02:00"; beyond the end "+1:12". Whole seconds, rounded so that 0:00 stands at the very end. */
export function digits(left: number): string {
  const seconds = Math.ceil(left / 1000);
  const [whole, sign] = seconds < 0 ? [-seconds, "+"] : [seconds, ""];
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return sign + (hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`);
}

/** "10 min", "1 h 5 min", "45 s", "2 min 30 s": a length as people say it. */
export function length(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`, hours === 0 && rest > 0 && `${rest} s`].filter(Boolean);
  return parts.length === 0 ? "0 min" : parts.join(" ");
}

/** How late the evening is, in a word that cannot be misread by its sign: "6 min behind", "2 min ahead", "on time". */
export function driftWords(drift: number): string {
  const minutes = Math.round(drift / minute);
  return minutes === 0 ? "on time" : `${length(Math.abs(minutes) * minute)} ${minutes > 0 ? "behind" : "ahead"}`;
}

/** Where the finish lies against the hard end: "10 min to spare", "6 min too long". */
export function marginWords(margin: number): string {
  const minutes = Math.round(margin / minute);
  if (minutes === 0) return "exactly at the hard end";
  return minutes > 0 ? `${length(minutes * minute)} to spare` : `${length(minutes * minute)} past the hard end`;
}

/** For the ear: never a running second, only what a person would say. */
export function spokenLeft(left: number): string {
  if (Math.abs(left) < 1000) return "Time is up";
  const rounded = Math.abs(left) >= minute ? Math.floor(Math.abs(left) / minute) * minute : Math.ceil(Math.abs(left) / 15_000) * 15_000;
  return left > 0 ? `${length(rounded)} left` : `Over by ${length(rounded)}`;
}
