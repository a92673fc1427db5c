// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listenToWedge } from "../../src/turnout/wedgeKeys";

const token = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const read: string[] = [];
let stop = () => {};

/** A key that was pressed at an instant, whenever the page comes to it. */
function press(key: string, at: number) {
  const event = new KeyboardEvent("keydown", { key, code: key.length === 1 ? `Key${key}` : key, bubbles: true, cancelable: true });
  Object.defineProperty(event, "timeStamp", { value: at });
  document.body.dispatchEvent(event);
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => {
  stop();
  vi.useRealTimers();
  read.length = 0;
});

test("a page that was busy in the middle of a code reads it whole, because the scanner did not pause", () => {
  stop = listenToWedge((code) => read.push(code));
  [...token].slice(0, 10).forEach((key, i) => press(key, 1000 + i * 5));
  vi.advanceTimersByTime(300);
  [...token].slice(10).forEach((key, i) => press(key, 1050 + i * 5));
  press("Enter", 1130);
  expect(read).toEqual([token]);
});

test("keys that were pressed long after each other are no code, however quickly the page took them", () => {
  stop = listenToWedge((code) => read.push(code));
  [...token].forEach((key, i) => press(key, 1000 + i * 400));
  press("Enter", 20_000);
  expect(read).toEqual([]);
});
