import type { RefObject } from "preact";
import type { ScanDirection } from "../contract/contract";
import type { Camera, CameraState } from "./camera";

const reasons: Partial<Record<CameraState, { title: string; text: string }>> = {
  insecure: { title: "The camera needs https", text: "This address begins with http, so the browser keeps the camera off for this page. Your phone’s own camera app works: point it at a pass and open the link. Or take a photo here, use a hand scanner, or type the short code." },
  denied: { title: "The camera is not allowed", text: "Allow it in the browser’s settings for this page, or take a photo, use a hand scanner, or type the short code." },
  none: { title: "No camera found", text: "Use a hand scanner, take a photo, or type the short code." },
};

/** Whoever stands before a tablet cannot do anything about its camera. */
const forVisitors = { title: "Type the code under the square", text: "It is on your pass, eight characters. Or choose who you are with, below." };

interface Props { camera: Camera; video: RefObject<HTMLVideoElement | null>; who: "steward" | "visitor"; going?: ScanDirection; onPhoto: (text: string) => void; onNothing: () => void }

/** The camera's picture with a frame to aim at, or the reason why there is none and what to do instead. */
export function Finder({ camera, video, who, going = "in", onPhoto, onNothing }: Props) {
  const state = camera.state.value;
  const reason = reasons[state] && (who === "visitor" ? forVisitors : reasons[state]);

  async function photo(input: HTMLInputElement) {
    const file = input.files?.[0];
    input.value = "";
    if (file === undefined) return;
    const text = await camera.readPhoto(file).catch(() => undefined);
    if (text === undefined) onNothing();
    else onPhoto(text);
  }

  return (
    <div class="finder">
      <video ref={video} class={camera.facing === "user" ? "mirrored" : ""} muted playsInline hidden={reason !== undefined} />
      {reason === undefined ? (
        <>
          <div class="finder-frame" aria-hidden="true"><i /><i /><i /><i /></div>
          <p class="finder-hint">{state === "on" ? (who === "visitor" ? "Hold your pass up to the camera" : going === "out" ? "Going out: point at the code" : "Point at the code on the pass") : "Starting the camera…"}</p>
          {camera.torch.value !== undefined && <button class="torch" aria-pressed={camera.torch.value} onClick={() => void camera.switchTorch()}>{camera.torch.value ? "Light off" : "Light on"}</button>}
        </>
      ) : (
        <div class="finder-reason">
          <h2>{reason.title}</h2>
          <p>{reason.text}</p>
          {who === "steward" && <label class="button primary">Take a photo of the code<input class="unseen" type="file" accept="image/*" capture="environment" onChange={(event) => void photo(event.currentTarget)} /></label>}
        </div>
      )}
    </div>
  );
}
