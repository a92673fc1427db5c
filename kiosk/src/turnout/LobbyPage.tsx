import type { DeviceIdentity } from "../contract/contract";
import { DoorFrame } from "./DoorFrame";
import { LobbyPanel } from "./LobbyPanel";

/** A tablet in the lobby where people check themselves in: it faces them. */
export default function LobbyPage({ device }: { device: DeviceIdentity }) {
  return <DoorFrame device={device} who="visitor">{(door) => <LobbyPanel door={door} />}</DoorFrame>;
}
