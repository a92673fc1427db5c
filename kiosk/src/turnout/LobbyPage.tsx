import type { DeviceIdentity } from "../contract/contract";
import { ScanScreen } from "./ScanScreen";

/** A tablet in the lobby where people check themselves in: it faces them. */
export default function LobbyPage({ device }: { device: DeviceIdentity }) {
  return <ScanScreen device={device} who="visitor" facing="user" />;
}
