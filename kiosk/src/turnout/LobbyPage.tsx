import type { DeviceIdentity } from "../contract/contract";
import { DoorFrame } from "./DoorFrame";
import ScanPanel from "./ScanPanel";

/** A tablet in the lobby where people check themselves in: it faces them. */
export default function LobbyPage({ device }: { device: DeviceIdentity }) {
  return <DoorFrame device={device} who="visitor">{(door) => <ScanPanel door={door} who="visitor" facing="user" />}</DoorFrame>;
}
