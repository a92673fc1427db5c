import type { DeviceIdentity } from "../contract/contract";
import { ScanScreen } from "./ScanScreen";

/** A steward's, help desk's or supervisor's phone at a door. */
export default function DoorPage({ device }: { device: DeviceIdentity }) {
  return <ScanScreen device={device} who="steward" facing="environment" />;
}
