import type { DeviceRole, PaintedCommand } from "../contract/contract";

/** The stage manager's tablet calls a screen silent that says nothing for more than twice as long. */
const everyMs = 5000;
/** While the doors stream in, a frame comes twenty times a second; nobody looks that closely. */
const atMost = 500;

type Send = (command: PaintedCommand) => Promise<void>;

/**
 * Says which frame is really on the screen (live.md, rule 13): after the browser has painted it, at most twice a second,
 * and every five seconds while nothing changes. A page that the browser does not paint says nothing, and that is the truth.
 */
export class Painted {
  #newest: PaintedCommand | undefined;
  #isWaiting = false;

  constructor(private readonly send: Send) {
    setInterval(() => this.#newest !== undefined && this.paint(this.#newest), everyMs);
  }

  /** To be called with every frame that is rendered. */
  paint(frame: PaintedCommand): void {
    this.#newest = frame;
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    // The first callback comes before the painting, the second after it.
    requestAnimationFrame(() => requestAnimationFrame(() => void this.#say()));
  }

  async #say(): Promise<void> {
    const said = this.#newest!;
    await this.send(said).catch(() => undefined);
    await new Promise((done) => setTimeout(done, atMost));
    this.#isWaiting = false;
    if (this.#newest !== said) this.paint(this.#newest!);
  }
}

/** Over HTTP: it is telemetry, and must not need a second connection on a network that is full of them. */
export const postPainted = (role: DeviceRole): Send => async (command) => {
  await fetch("/api/screen/painted", {
    method: "POST", headers: { "Content-Type": "application/json", "Device-Role": role }, body: JSON.stringify(command), signal: AbortSignal.timeout(4000),
  });
};
