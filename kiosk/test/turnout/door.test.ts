// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { HubConnectionState } from "@microsoft/signalr";
import { beforeEach, expect, test, vi } from "vitest";
import type { DeviceIdentity, ScanAnswer, ScanCommand } from "../../src/contract/contract";
import type { Link } from "../../src/live/hub";

/** The scans the server was asked about, each with the way to answer it. */
let asked: { scan: ScanCommand; answer: (outcome: ScanAnswer["outcome"]) => void }[] = [];

vi.mock("../../src/live/channel", () => ({ keepClock: () => undefined, watch: () => signal(undefined) }));
vi.mock("../../src/live/hub", () => ({
  Hub: class {
    readonly link = signal<Link>("live");
    readonly connection = {
      state: HubConnectionState.Connected,
      invoke: (_: string, scan: ScanCommand) =>
        new Promise((done) => asked.push({ scan, answer: (outcome) => done({ scanId: scan.scanId, outcome, serverNow: "2026-10-03T18:00:00.000Z" } satisfies ScanAnswer) })),
    };
    retryNow() {}
  },
}));

const { Door } = await import("../../src/turnout/door");
const device = { deviceId: "d", role: "steward", name: "Phone 1", timeZone: "Europe/London", nextDeviceSeq: 1 } as DeviceIdentity;
const [a, b] = ["A".repeat(26), "B".repeat(26)];
const settled = () => new Promise((done) => setTimeout(done, 20));

beforeEach(() => {
  localStorage.clear();
  asked = [];
});

test("a pass held up while another is decided is scanned once that one is put away", async () => {
  const door = new Door(device);
  door.read(a, "camera");
  door.read(b, "camera");
  expect(door.remark.value?.text).toBe("First finish the scan on the screen");
  asked[0]!.answer("already_in");
  await settled();
  door.read(b, "camera");
  door.dismiss();
  door.read(b, "camera");
  expect(asked.map(({ scan }) => scan.subject)).toEqual([a, b]);
});

test("the pass on the card is not told to wait for itself", () => {
  const door = new Door(device);
  door.read(a, "camera");
  door.read(a, "typed");
  expect(door.remark.value).toBeUndefined();
  expect(asked).toHaveLength(1);
});
