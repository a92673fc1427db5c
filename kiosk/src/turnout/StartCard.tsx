import type { DeviceIdentity } from "../contract/contract";
import { roleName } from "../devices/roles";

interface Props { device: DeviceIdentity; who: "steward" | "visitor"; onStart: () => void }

/** One tap that allows sound, camera and a screen that stays on: browsers want to be asked for all three. */
export function StartCard({ device, who, onStart }: Props) {
  return (
    <div class="start-card">
      <p class="start-title">{device.assemblyTitle}</p>
      <p class="start-name">{roleName[device.role]} · {device.name}</p>
      <button class="start-button" onClick={onStart} autoFocus>Start</button>
      <p class="start-hint">{hint(who)}</p>
    </div>
  );
}

function hint(who: Props["who"]): string {
  if (!window.isSecureContext) return who === "visitor" ? "Turns on the sound. Without https this address keeps the camera off: passes are typed." : "Turns on the sound. Without https this address keeps the camera off: the next page says what to do instead. Volume up, please.";
  return who === "visitor" ? "Turns on the camera that faces the visitors." : "Turns on camera and sound and keeps the screen on. Volume up, please.";
}
