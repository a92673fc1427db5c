// @vitest-environment happy-dom
import { render } from "preact";
import { useMemo } from "preact/hooks";
import { afterEach, expect, test, vi } from "vitest";
import { WithDevice, type DevicePage } from "../../src/devices/WithDevice";

const device = { deviceId: "d", role: "chair", name: "Tablet 1", assemblyTitle: "Hall", assemblySlug: "hall", timeZone: "Europe/London", expiresAt: "2026-10-03T20:00:00.000Z", nextDeviceSeq: 1 };
const settled = () => new Promise((done) => setTimeout(done, 50));

afterEach(() => vi.unstubAllGlobals());

test("a paired device's page is made once, so it connects once", async () => {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(device)));
  let made = 0;
  const Page: DevicePage = ({ device: { name } }) => <p>{useMemo(() => `${name} ${++made}`, [])}</p>;
  render(<WithDevice page="chair" load={async () => ({ default: Page })} />, document.body);
  await settled();
  expect(document.body.textContent).toBe("Tablet 1 1");
  expect(made).toBe(1);
});

test("a device that the server does not know is asked for a code", async () => {
  vi.stubGlobal("fetch", async () => new Response("", { status: 401 }));
  const root = document.createElement("div");
  render(<WithDevice page="chair" load={async () => ({ default: () => <p>chair</p> })} />, root);
  await settled();
  expect(root.querySelector("h1")!.textContent).toBe("This device is not paired");
});

test("a screen that was paired shows its page before any server has answered, and is made once", async () => {
  const projector = { ...device, role: "projector", name: "Left screen" };
  localStorage.setItem("device.projector", JSON.stringify(projector));
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal("fetch", () => new Promise<Response>((done) => (answer = done)));
  let made = 0;
  const Page: DevicePage = ({ device: { name } }) => <p>{useMemo(() => `${name} ${++made}`, [])}</p>;
  const root = document.createElement("div");
  render(<WithDevice page="screen" load={async () => ({ default: Page })} />, root);
  await settled();
  expect(root.textContent).toBe("Left screen 1");
  answer(new Response(JSON.stringify(projector)));
  await settled();
  expect(root.textContent).toBe("Left screen 1");
});

test("a screen whose pairing has ended asks for a code, whatever it remembered", async () => {
  localStorage.setItem("device.projector", JSON.stringify({ ...device, role: "projector" }));
  vi.stubGlobal("fetch", async () => new Response("", { status: 401 }));
  const root = document.createElement("div");
  render(<WithDevice page="screen" load={async () => ({ default: () => <p>screen</p> })} />, root);
  await settled();
  expect(root.querySelector("h1")!.textContent).toBe("This device is not paired");
});
