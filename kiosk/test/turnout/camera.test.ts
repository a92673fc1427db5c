// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Camera, type CameraState } from "../../src/turnout/camera";

let asked = 0;
let problem: string;
const video = {} as HTMLVideoElement;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  vi.stubGlobal("isSecureContext", true);
  Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: { getUserMedia: async () => { asked++; throw new DOMException("", problem); } } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([["NotAllowedError", "denied"], ["NotFoundError", "none"]])("a camera that fails with %s is tried again behind the words and buttons that say so", async (name, state) => {
  problem = name;
  const camera = new Camera("environment", () => undefined);
  const seen: CameraState[] = [];
  camera.state.subscribe((now) => { seen.push(now); });
  await camera.start(video);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(asked).toBe(4);
  expect(seen).toEqual(["off", "starting", state]);
  camera.close();
});

test("without https nobody is asked for the camera", async () => {
  vi.stubGlobal("isSecureContext", false);
  const camera = new Camera("environment", () => undefined);
  await camera.start(video);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(asked).toBe(0);
  expect(camera.state.value).toBe("insecure");
  camera.close();
});
