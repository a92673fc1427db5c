import { useEffect, useState } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { Door } from "../turnout/door";
import { claim, whenFree } from "./owner";

/** The door of this tab, if it is the one tab that works as the device; else the way to become it. */
export type DoorState = { kind: "opening" } | { kind: "elsewhere"; take: () => void } | { kind: "open"; door: Door };

export function useDoor(device: DeviceIdentity): DoorState {
  const [state, setState] = useState<DoorState>({ kind: "opening" });
  useEffect(() => {
    const begin = async (take: boolean) => {
      // Opened anew, the page lets go of its connections and finds the device in use elsewhere.
      const ownership = await claim(device.deviceId, { take, lost: () => location.reload() });
      if (ownership.kind === "mine") return setState({ kind: "open", door: await Door.open(device) });
      // Once the other tab has let go, nobody has to say so here; this browser may have become another device meanwhile.
      const stop = whenFree(device.deviceId, () => location.reload());
      setState({ kind: "elsewhere", take: () => { stop(); void begin(true); } });
    };
    void begin(false);
  }, [device.deviceId]);
  return state;
}
