import { expect, test } from "vitest";
import { after, beginning, slow, type Probe } from "../../src/offline/connection";

const good: Probe = { ok: true, ms: 80 };
const lost: Probe = { ok: false, ms: 0 };
const late: Probe = { ok: true, ms: slow * 2 };
const modeAfter = (...probes: Probe[]) => probes.reduce(after, beginning).mode;

test("one failure is not yet offline, two of the last five are", () => {
  expect(modeAfter(lost)).toBe("online");
  expect(modeAfter(lost, good, good, good, lost)).toBe("offline");
});

test("a failure is forgotten after four good answers", () => {
  expect(modeAfter(lost, good, good, good, good, lost)).toBe("online");
});

test("answers that are slow on average make it offline, a single slow one does not", () => {
  expect(modeAfter(good, good, late)).toBe("online");
  expect(modeAfter(late, late, late)).toBe("offline");
});

test("it is back after three clean probes in a row, not after three in all", () => {
  const off = [lost, lost];
  expect(modeAfter(...off, good, good)).toBe("offline");
  expect(modeAfter(...off, good, good, lost, good, good)).toBe("offline");
  expect(modeAfter(...off, good, good, late, good, good)).toBe("offline");
  expect(modeAfter(...off, good, good, good)).toBe("online");
});

test("back online it starts with a clean slate", () => {
  expect(modeAfter(lost, lost, good, good, good, lost)).toBe("online");
});
