import type { ComponentChildren } from "preact";
import type { DeviceIdentity } from "../contract/contract";
import { Elsewhere } from "../offline/Elsewhere";
import { FarewellCard } from "../offline/Farewell";
import { useDoor } from "../offline/useDoor";
import type { Door } from "./door";
import { DoorScreen } from "./DoorScreen";
import type { Who } from "./outcome";

interface Props { device: DeviceIdentity; who: Who; children: (door: Door) => ComponentChildren }

/** Opens the device's door in this tab, unless another has it, and stays until its pairing ends. */
export function DoorFrame({ device, who, children }: Props) {
  const state = useDoor(device);
  if (state.kind === "opening") return <main class="centre" aria-busy="true" />;
  if (state.kind === "elsewhere") return <Elsewhere take={state.take} />;
  return <Opened door={state.door} who={who}>{children}</Opened>;
}

function Opened({ door, who, children }: { door: Door; who: Who; children: Props["children"] }) {
  const { farewell, facts } = door.engine;
  const end = farewell.value;
  if (end !== undefined && end !== "handing in") return <FarewellCard end={end} facts={facts} device={door.device} />;
  return <DoorScreen door={door} who={who}>{children}</DoorScreen>;
}
