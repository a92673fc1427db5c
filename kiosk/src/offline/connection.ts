/** One attempt to reach the server: whether an answer came, and after how many milliseconds. */
export interface Probe {
  readonly ok: boolean;
  readonly ms: number;
}

/** Whether this device decides by itself, and what led there (turnout.md, rule 12). */
export interface Connection {
  readonly mode: "online" | "offline";
  readonly recent: readonly Probe[];
  /** Clean probes in a row since it went offline. */
  readonly clean: number;
}

export const beginning: Connection = { mode: "online", recent: [], clean: 0 };

/** An answer that takes longer than this on average keeps a queue waiting as surely as none. */
export const slow = 1000;
const looksBack = 5;
const failuresTaken = 2;
const cleanNeeded = 3;

/** Offline at two failures among the last five, or when answers are slow on average; back after three clean ones in a row. */
export function after(connection: Connection, probe: Probe): Connection {
  if (connection.mode === "offline") {
    const clean = probe.ok && probe.ms <= slow ? connection.clean + 1 : 0;
    return clean >= cleanNeeded ? beginning : { ...connection, clean };
  }
  const recent = [...connection.recent, probe].slice(-looksBack);
  const answered = recent.filter(({ ok }) => ok);
  const isSlow = answered.length >= cleanNeeded && answered.reduce((sum, { ms }) => sum + ms, 0) / answered.length > slow;
  const isDown = recent.length - answered.length >= failuresTaken;
  return isDown || isSlow ? { mode: "offline", recent: [], clean: 0 } : { mode: "online", recent, clean: 0 };
}
