import { useEffect, useState } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { Door } from "../turnout/door";
import { claim } from "./owner";

/** The door of this tab, if it is the one tab that works as the device; else the way to become it. */
export type DoorState = { kind: "opening" } | { kind: "elsewhere"; take: () => void } | { kind: "open"; door: Door };

const retryEvery = 2000;

export function useDoor(device: DeviceIdentity): DoorState {
  const [state, setState] = useState<DoorState>({ kind: "opening" });
  useEffect(() => {
    const begin = async (take: boolean) => {
      // Opened anew, the page lets go of its connections and finds the device in use elsewhere.
      const ownership = await claim(device.deviceId, { take, lost: () => location.reload() });
      if (ownership.kind === "mine") return setState({ kind: "open", door: await Door.open(device) });
      // Once the other tab is closed, nobody has to say so here.
      const again = setTimeout(() => void begin(false), retryEvery);
      setState({ kind: "elsewhere", take: () => { clearTimeout(again); void begin(true); } });
    };
    void begin(false);
  }, [device.deviceId]);
  return state;
}
