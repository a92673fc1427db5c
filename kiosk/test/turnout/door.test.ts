// @vitest-environment happy-dom
import { signal, type Signal } from "@preact/signals";
import { HubConnectionState } from "@microsoft/signalr";
import { beforeEach, expect, test, vi } from "vitest";
import type { DeviceIdentity, ScanAnswer, ScanCommand } from "../../src/contract/contract";
import type { Link } from "../../src/live/hub";

let online = true;
let hubs: { link: Signal<Link> }[] = [];
/** The scans the server was asked about, each with the way to answer it. */
let asked: { scan: ScanCommand; answer: (outcome: ScanAnswer["outcome"]) => void; fail: (text: string) => void }[] = [];

vi.mock("../../src/live/channel", () => ({ keepClock: () => undefined, watch: () => signal(undefined) }));
vi.mock("../../src/live/hub", () => ({
  Hub: class {
    readonly link = signal<Link>("live");
    readonly connection = {
      get state() { return online ? HubConnectionState.Connected : HubConnectionState.Disconnected; },
      invoke: (_: string, scan: ScanCommand) =>
        new Promise((done, fail) => asked.push({ scan, fail: (text) => fail(new Error(text)), answer: (outcome) => done({ scanId: scan.scanId, outcome, skewed: false, serverNow: "2026-10-03T18:00:00.000Z" } satisfies ScanAnswer) })),
    };
    constructor() { hubs.push(this); }
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
  hubs = [];
  online = true;
});

test("a pass held up while another is decided is scanned once that one is put away", async () => {
  const door = new Door(device);
  void door.read(a, "camera");
  void door.read(b, "camera");
  expect(door.remark.value?.text).toBe("First finish the scan on the screen");
  asked[0]!.answer("already_in");
  await settled();
  void door.read(b, "camera");
  door.dismiss();
  void door.read(b, "camera");
  expect(asked.map(({ scan }) => scan.subject)).toEqual([a, b]);
});

test("the pass on the card is not told to wait for itself", () => {
  const door = new Door(device);
  void door.read(a, "camera");
  void door.read(a, "typed");
  expect(door.remark.value).toBeUndefined();
  expect(asked).toHaveLength(1);
});

function linkTo(link: Link): void {
  online = link === "live";
  for (const hub of hubs) hub.link.value = link;
}

test("a waiting scan of a device that was revoked ends with the card that says so", async () => {
  const door = new Door(device);
  linkTo("down");
  void door.read(a, "camera");
  expect(door.card.value?.kind).toBe("waiting");
  linkTo("refused");
  await settled();
  expect(door.card.value).toMatchObject({ kind: "answer", answer: { outcome: "device_revoked" } });
});

test("a waiting scan that is set aside is sent by itself, and leaves the next person's card alone", async () => {
  const door = new Door(device);
  linkTo("down");
  void door.read(a, "camera");
  door.setAside();
  expect(door.card.value).toBeUndefined();
  void door.read(b, "typed");
  linkTo("live");
  await settled();
  expect(asked.map(({ scan }) => scan.subject)).toEqual([a, b]);
  asked[0]!.answer("already_in");
  await settled();
  expect(door.card.value).toMatchObject({ kind: "waiting", scan: { subject: b } });
  expect(door.remark.value?.text).toBe("Earlier scan: Already in");
});

test("only the hub's own refusal ends a scan; any other error is tried again", async () => {
  const door = new Door(device);
  void door.read(a, "camera");
  asked[0]!.fail("An unexpected error occurred invoking 'Scan' on the server.");
  await vi.waitFor(() => expect(asked).toHaveLength(2), 3000);
  expect(asked[1]!.scan).toEqual(asked[0]!.scan);
  asked[1]!.fail("An unexpected error occurred invoking 'Scan' on the server. HubException: subject: too long");
  await settled();
  expect(door.card.value).toMatchObject({ kind: "answer", answer: { outcome: "error" } });
});
