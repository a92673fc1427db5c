import { expect, test } from "vitest";
import { frameFor, frameOf, scaleOf, streamFrame } from "../../src/displays/layout/frame";
import { leastXHeight, smallestFont, xHeight } from "../../src/displays/layout/legibility";

const of1080 = (farthestSeat: number) => Math.round(leastXHeight({ imageHeight: 2.25, farthestSeat }) * 1080);

test("the letter grows with the farthest seat as AVIXA DISCAS says", () => {
  expect([10, 20, 30, 40].map(of1080)).toEqual([24, 48, 72, 96]);
});

test("a larger image needs smaller letters in proportion", () => {
  expect(leastXHeight({ imageHeight: 4.5, farthestSeat: 40 })).toBeCloseTo(leastXHeight({ imageHeight: 2.25, farthestSeat: 20 }));
});

test("a hall that nobody measured gets six percent, and so does nonsense", () => {
  for (const hall of [{}, { imageHeight: 2 }, { farthestSeat: 30 }, { imageHeight: 0, farthestSeat: 30 }, { imageHeight: Number.NaN, farthestSeat: 30 }]) expect(leastXHeight(hall)).toBe(0.06);
});

test("the floor is a font size whose lower-case letters are high enough", () => {
  expect(smallestFont({ imageHeight: 2.25, farthestSeat: 30 }, 1080) * xHeight).toBeGreaterThanOrEqual(72);
  expect(smallestFont({}, 1080) * xHeight).toBeGreaterThanOrEqual(0.06 * 1080);
});

test("no hall is so small or so deep that the picture falls apart", () => {
  expect(of1080(1)).toBe(24);
  expect(of1080(1_000)).toBe(119);
});

test("a canvas is as wide as the screen in proportion, with five percent kept free on each side", () => {
  expect([[1920, 1080], [1280, 720], [3840, 2160], [1024, 768], [2560, 1080]].map(([width, height]) => frameFor({ width: width!, height: height! }, {}).width)).toEqual([1920, 1920, 1920, 1440, 2560]);
  expect(frameOf({ width: 1920, height: 1080 }, 48).safe).toEqual({ width: 1728, height: 972 });
});

test("a screen that is taller or wider than any projector gets the whole picture, with the ground around it", () => {
  const [portrait, ribbon] = [{ width: 1080, height: 1920 }, { width: 4000, height: 500 }];
  expect(frameOf(portrait, 48).width * scaleOf(frameOf(portrait, 48), portrait)).toBeLessThanOrEqual(1080);
  expect(frameOf(ribbon, 48).width * scaleOf(frameOf(ribbon, 48), ribbon)).toBeLessThanOrEqual(4000);
});

test("a stream is read from near by", () => {
  expect(streamFrame({ width: 1920, height: 1080 }).floor).toBeLessThan(frameFor({ width: 1920, height: 1080 }, {}).floor);
});
