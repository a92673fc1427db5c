import fc from "fast-check";
import { expect, test } from "vitest";
import { OffsetMedian } from "../../src/offline/offset";

const device = Date.UTC(2026, 9, 1, 18, 0);
const server = (ms: number) => new Date(device + ms).toISOString();

test("the server's time is taken at the middle of the way there and back", () => {
  const offset = new OffsetMedian();
  offset.add(server(5000), device, device + 400);
  expect(offset.value).toBe(4800);
});

test("before the first answer nothing is known", () => expect(new OffsetMedian().value).toBeUndefined());

test("one wild answer among five does not move the median, and the sixth pushes out the first", () => {
  const offset = new OffsetMedian();
  for (const ms of [100, 110, 90_000, 95, 105]) offset.add(server(ms), device, device);
  expect(offset.value).toBe(105);
  for (const ms of [7000, 7000, 7000]) offset.add(server(ms), device, device);
  expect(offset.value).toBe(7000);
});

test("a clock that was set right is followed within three answers", () => {
  fc.assert(fc.property(fc.integer({ min: -3_600_000, max: 3_600_000 }), fc.integer({ min: -3_600_000, max: 3_600_000 }), (before, now) => {
    const offset = new OffsetMedian();
    for (let i = 0; i < 5; i++) offset.add(server(before), device, device);
    for (let i = 0; i < 3; i++) offset.add(server(now), device, device);
    expect(offset.value).toBe(now);
  }));
});

test("an answer without a readable time is left out", () => {
  const offset = new OffsetMedian([50]);
  offset.add("soon", device, device);
  expect(offset.value).toBe(50);
});
