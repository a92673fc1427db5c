/** "19:42" on the assembly's wall clock. */
export function clockTime(at: string | number, timeZone?: string, seconds = false): string {
  return format(at, timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(seconds && { second: "2-digit" }) });
}

/** "Thursday 1 October 2026" on the assembly's wall clock. */
export const dayOf = (at: string | number, timeZone?: string) =>
  format(at, timeZone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");

/** "12 June 2027", for a date that has no time of day. */
export const calendarDay = (date: string) => format(`${date}T12:00:00Z`, "UTC", { day: "numeric", month: "long", year: "numeric" });

/** Making one takes a browser as long as some hundred uses of it, and a scene asks for the same ones at every size it tries. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: string | number, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([timeZone, options]);
  let formatter = formatters.get(key);
  if (formatter === undefined) formatters.set(key, (formatter = new Intl.DateTimeFormat("en-GB", { ...options, ...(timeZone !== undefined && { timeZone }) })));
  return formatter.format(new Date(at));
}
