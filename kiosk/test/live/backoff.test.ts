import { expect, test } from "vitest";
import { backoff, unattended } from "../../src/live/backoff";

const attempts = Array.from({ length: 60 }, (_, i) => i);

test("every wait is between half a second and thirty seconds, for ever", () => {
  for (const attempt of attempts) for (const luck of [0, 0.3, 0.999999]) {
    expect(backoff(attempt, () => luck)).toBeGreaterThanOrEqual(500);
    expect(backoff(attempt, () => luck)).toBeLessThanOrEqual(30_000);
  }
});

test("waits double until they reach thirty seconds", () => {
  expect([0, 1, 2, 3, 10].map((attempt) => backoff(attempt, () => 0.5))).toEqual([500, 1000, 2000, 4000, 30_000]);
});

test("the same attempt is spread by a quarter each way", () => {
  expect([backoff(4, () => 0), backoff(4, () => 1)]).toEqual([6000, 10_000]);
});

test("a screen on a wall tries again within a second and a half, for ever", () => {
  for (const attempt of attempts) for (const luck of [0, 0.3, 0.999999]) {
    expect(backoff(attempt, () => luck, unattended)).toBeGreaterThanOrEqual(500);
    expect(backoff(attempt, () => luck, unattended)).toBeLessThanOrEqual(1500);
  }
});
