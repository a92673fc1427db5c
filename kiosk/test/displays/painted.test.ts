// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PaintedCommand } from "../../src/contract/contract";
import { Painted } from "../../src/displays/painted";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearTimeout", "clearInterval", "requestAnimationFrame"] }));
afterEach(() => void vi.useRealTimers());

test("a storm of frames is said twice a second, and the last one always", async () => {
  const said: number[] = [];
  const painted = new Painted(async ({ sequence }: PaintedCommand) => void said.push(sequence));
  for (let i = 1; i <= 40; i++) {
    painted.paint({ sequence: i, scene: "turnout" });
    await vi.advanceTimersByTimeAsync(50);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(said.at(-1)).toBe(40);
  expect(said.length).toBeLessThanOrEqual(6);
});

test("a screen that shows the same for long says every few seconds that it does", async () => {
  const said: number[] = [];
  new Painted(async ({ sequence }: PaintedCommand) => void said.push(sequence)).paint({ sequence: 7, scene: "welcome" });
  await vi.advanceTimersByTimeAsync(16_000);
  expect(said.length).toBeGreaterThanOrEqual(3);
  expect(new Set(said)).toEqual(new Set([7]));
});

test("a server that cannot be reached is told again", async () => {
  let tries = 0;
  new Painted(async () => {
    tries++;
    throw new Error("no network");
  }).paint({ sequence: 7, scene: "welcome" });
  await vi.advanceTimersByTimeAsync(11_000);
  expect(tries).toBeGreaterThanOrEqual(2);
});
