import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { uuid7 } from "../shell/ids";

/** Whether this tab may work as the device: two that number the same device's scans would contradict each other. */
export type Ownership = { readonly kind: "mine"; readonly release: () => Promise<void> } | { readonly kind: "elsewhere" };

interface Claim {
  /** Take it from the tab that has it. */
  readonly take?: boolean;
  /** Called when another tab has taken over; the caller then lets go of everything. */
  readonly lost: () => void;
}

const nameOf = (deviceId: string) => `assembly-door-${deviceId}`;

/** Asks to be the one tab of a device. Plain http has no locks: there the tabs share a lease. */
export function claim(deviceId: string, { take = false, lost }: Claim): Promise<Ownership> {
  const name = nameOf(deviceId);
  return navigator.locks === undefined ? lease(name, take, lost) : lock(name, take, lost);
}

const lookEvery = 2000;

/** Calls back once no other tab works as the device. Call what is returned to wait no longer. */
export function whenFree(deviceId: string, free: () => void): () => void {
  const name = nameOf(deviceId);
  const channel = navigator.locks === undefined ? openChannel(name) : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = true;
  const stop = () => {
    waits = false;
    clearTimeout(timer);
    channel?.close();
  };
  const look = async () => {
    const ownership = await claim(deviceId, { lost: () => undefined });
    if (ownership.kind === "mine") await ownership.release();
    if (!waits) return;
    if (ownership.kind === "elsewhere") return void (timer = setTimeout(() => void look(), lookEvery));
    stop();
    free();
  };
  timer = setTimeout(() => void look(), lookEvery);
  if (channel !== undefined)
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if ("left" in data) void open().then((db) => letGo(db, name, data.left).finally(() => db.close())).catch(() => undefined);
    };
  return stop;
}

function lock(name: string, take: boolean, lost: () => void): Promise<Ownership> {
  return new Promise((done) => {
    let held = false;
    const hold = (granted: Lock | null) => {
      if (granted === null) return done({ kind: "elsewhere" });
      held = true;
      return new Promise<void>((letGo) => done({ kind: "mine", release: async () => { held = false; letGo(); } }));
    };
    // Taken away by another tab, the held request is rejected.
    navigator.locks.request(name, take ? { steal: true } : { ifAvailable: true }, hold).catch(() => (held ? lost() : done({ kind: "elsewhere" })));
  });
}

interface Lease { readonly tab: string; /** The device's clock, in milliseconds. */ readonly until: number }
/** What tabs of one device say to each other. */
type Word = { readonly took: string } | { readonly left: string };
interface LeaseSchema extends DBSchema { leases: { key: string; value: Lease } }

/** How long a tab that vanished without a word keeps the device, in milliseconds: a hidden tab's timers run once a minute. */
export const leaseLasts = 90_000;
const renewEvery = 5000;

const openChannel = (name: string) => (typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name));
const open = () => openDB<LeaseSchema>("assembly-door-owners", 1, { upgrade: (db) => void db.createObjectStore("leases") });

/** A row in the browser's database, changed in transactions that all tabs share, says who has it; a channel only says that it is time to look. */
async function lease(name: string, take: boolean, lost: () => void): Promise<Ownership> {
  const db = await open().catch(() => undefined);
  // A browser that keeps nothing has no other tab's numbers to contradict on the disk, and says so on the screen.
  if (db === undefined) return { kind: "mine", release: async () => undefined };
  const tab = uuid7(Date.now());
  if (!(await hold(db, name, tab, take))) {
    db.close();
    return { kind: "elsewhere" };
  }
  const channel = openChannel(name);
  const say = (word: Word) => channel?.postMessage(word);
  const look = () => void hold(db, name, tab, false).then((mine) => (mine ? undefined : end(lost)), () => undefined);
  const timer = setInterval(look, renewEvery);
  let ended = false;
  const end = (then: () => void) => {
    if (ended) return;
    ended = true;
    clearInterval(timer);
    removeEventListener("pageshow", look);
    removeEventListener("pagehide", yieldIt);
    channel?.close();
    then();
  };
  // A page that the browser keeps for the way back lets others work meanwhile, and looks when it is shown again.
  const yieldIt = () => {
    // A tab that is closed is often gone before its transaction is done; a word gets out, and whoever waits does the rest.
    say({ left: tab });
    letGo(db, name, tab).catch(() => undefined);
  };
  addEventListener("pagehide", yieldIt);
  addEventListener("pageshow", look);
  if (channel !== undefined) {
    channel.onmessage = look;
    if (take) say({ took: tab });
  }
  return { kind: "mine", release: async () => (ended ? undefined : letGo(db, name, tab).finally(() => end(() => db.close()))) };
}

/** Takes or renews the lease in one transaction. False where another tab has it. */
async function hold(db: IDBPDatabase<LeaseSchema>, name: string, tab: string, take: boolean): Promise<boolean> {
  const tx = db.transaction("leases", "readwrite");
  const held = await tx.store.get(name);
  const now = Date.now();
  // From further ahead than any lease reaches: the clock was set back since.
  const isFresh = held !== undefined && held.until > now && held.until <= now + 2 * leaseLasts;
  const may = take || held?.tab === tab || !isFresh;
  if (may) await tx.store.put({ tab, until: now + leaseLasts }, name);
  await tx.done;
  return may;
}

async function letGo(db: IDBPDatabase<LeaseSchema>, name: string, tab: string): Promise<void> {
  const tx = db.transaction("leases", "readwrite");
  if ((await tx.store.get(name))?.tab === tab) await tx.store.delete(name);
  await tx.done;
}
