/** Whether this tab may work as the device: two that number the same device's scans would contradict each other. */
export type Ownership = "mine" | "elsewhere";

/**
 * Asks to be the one tab of a device. `lost` is called when another takes over; the caller then lets go of everything.
 * Plain http has no locks: there the tabs ask each other.
 */
export async function claim(deviceId: string, { take = false, lost }: { take?: boolean; lost: () => void }): Promise<Ownership> {
  const name = `assembly-door-${deviceId}`;
  return navigator.locks === undefined ? askTabs(name, take, lost) : lock(name, take, lost);
}

function lock(name: string, take: boolean, lost: () => void): Promise<Ownership> {
  return new Promise((done) => {
    let held = false;
    const hold = (granted: Lock | null) => {
      held = granted !== null;
      done(held ? "mine" : "elsewhere");
      return held ? new Promise<never>(() => {}) : undefined;
    };
    // Taken away by another tab, the held request is rejected.
    navigator.locks.request(name, take ? { steal: true } : { ifAvailable: true }, hold).catch(() => (held ? lost() : done("elsewhere")));
  });
}

const answersWithin = 250;

function askTabs(name: string, take: boolean, lost: () => void): Promise<Ownership> {
  if (typeof BroadcastChannel === "undefined") return Promise.resolve("mine");
  const channel = new BroadcastChannel(name);
  return new Promise((done) => {
    let mine = false;
    channel.onmessage = ({ data }: MessageEvent<"who" | "taken" | "take">) => {
      if (data === "who" && mine) channel.postMessage("taken");
      else if (data === "taken" && !mine) finish("elsewhere");
      else if (data === "take" && mine) {
        channel.close();
        lost();
      }
    };
    channel.postMessage(take ? "take" : "who");
    const timer = setTimeout(() => finish("mine"), take ? 0 : answersWithin);
    function finish(result: Ownership) {
      clearTimeout(timer);
      mine = result === "mine";
      if (!mine) channel.close();
      done(result);
    }
  });
}
