import { signal } from "@preact/signals";
import { bestDecoder, type Decode } from "./decoder";

/** `none`: there is no camera; `denied`: it may not be used; `insecure`: this address is not allowed to ask. */
export type CameraState = "off" | "starting" | "on" | "none" | "denied" | "insecure";

const lookEvery = 90;
const retryAfter = 10_000;

export class Camera {
  readonly state = signal<CameraState>("off");
  /** Undefined where the camera has no torch. */
  readonly torch = signal<boolean | undefined>(undefined);
  #decode: Decode | undefined;
  #stream: MediaStream | undefined;
  #video: HTMLVideoElement | undefined;
  #loop = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly facing: "environment" | "user", readonly onText: (text: string) => void) {
    document.addEventListener("visibilitychange", this.#visible);
  }

  async start(video: HTMLVideoElement): Promise<void> {
    this.#video = video;
    if (!window.isSecureContext || navigator.mediaDevices === undefined) {
      this.state.value = "insecure";
      return;
    }
    // Tried again behind the words that say why there is no picture: they and their buttons stay where they are.
    if (this.state.peek() !== "denied" && this.state.peek() !== "none") this.state.value = "starting";
    try {
      this.#stop();
      const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: this.facing, width: { ideal: 1280 }, height: { ideal: 720 } } });
      // The panel may have gone while the person was being asked for permission.
      if (this.#video !== video) return stopAll(stream);
      this.#stream = stream;
      video.srcObject = this.#stream;
      await video.play();
      this.#decode ??= await bestDecoder();
    } catch (problem) {
      if (this.#video !== video) return;
      this.state.value = (problem as DOMException).name === "NotAllowedError" ? "denied" : "none";
      // Taken by another app, or not plugged in yet after a power cut: it may come.
      this.#retry = setTimeout(() => this.#restart(), retryAfter);
      return;
    }
    this.#watchTrack();
    this.state.value = "on";
    void this.#look(++this.#loop);
  }

  /** Lets go of the camera for good: the panel is gone from the screen. */
  close(): void {
    document.removeEventListener("visibilitychange", this.#visible);
    this.state.value = "off";
    this.#video = undefined;
    this.#stop();
  }

  async switchTorch(): Promise<void> {
    const on = !this.torch.peek();
    const track = this.#stream?.getVideoTracks()[0];
    await track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }).then(() => (this.torch.value = on), () => (this.torch.value = undefined));
  }

  /** The text in a photo, for addresses that may not use the camera directly. */
  async readPhoto(file: Blob): Promise<string | undefined> {
    this.#decode ??= await bestDecoder();
    return this.#decode(await createImageBitmap(file));
  }

  async #look(loop: number): Promise<void> {
    while (loop === this.#loop) {
      const text = await this.#decode!(this.#video!).catch(() => undefined);
      if (text && loop === this.#loop) this.onText(text);
      await new Promise((done) => setTimeout(done, lookEvery));
    }
  }

  #watchTrack(): void {
    const track = this.#stream!.getVideoTracks()[0];
    const abilities = (track?.getCapabilities?.() ?? {}) as { torch?: boolean };
    this.torch.value = abilities.torch ? false : undefined;
    // Another app took the camera, or it was unplugged.
    track?.addEventListener("ended", () => this.#restart());
  }

  /** Phones stop the camera when they are locked and give a black picture afterwards. */
  readonly #visible = () => {
    if (this.state.peek() === "off" || this.state.peek() === "insecure") return;
    if (document.visibilityState === "visible") this.#restart();
    else this.#stop();
  };

  #restart(): void {
    if (this.#video && document.visibilityState === "visible") void this.start(this.#video);
  }

  #stop(): void {
    this.#loop++;
    clearTimeout(this.#retry);
    stopAll(this.#stream);
  }
}

function stopAll(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
