// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { passFromAddress } from "../../src/turnout/subject";

const token = "K7DWZ2Q5M3XN4B6TRHJCAFGYEL";
const link = () => document.querySelector<HTMLAnchorElement>("#check-in")!;

async function opened(): Promise<void> {
  vi.resetModules();
  history.replaceState(null, "", `/p/${token}`);
  document.body.innerHTML = '<a id="check-in" href="/app/door" hidden>Check in with this device</a>';
  await import("../../src/passes/holder");
}

beforeEach(() => localStorage.clear());

test("the public sees its pass and no way to check in", async () => {
  localStorage.setItem("device.kiosk", "{}");
  await opened();
  expect(link().hidden).toBe(true);
});

test("a phone that works at a door can check the pass in, and the token stays on the phone", async () => {
  localStorage.setItem("device.steward", "{}");
  await opened();
  expect(link().hidden).toBe(false);
  expect(link().getAttribute("href")).toBe(`/app/door#${token}`);
});

test("the door takes the pass from its address once and leaves nothing there", () => {
  history.replaceState(null, "", `/app/door#${token}`);
  expect(passFromAddress()).toBe(token);
  expect(location.hash).toBe("");
  expect(passFromAddress()).toBeUndefined();
});
