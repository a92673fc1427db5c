import { expect, test } from "vitest";
import { frameFor, frameOf, scaleOf, streamFrame } from "../../src/displays/layout/frame";
import { smallestFont, xHeight } from "../../src/displays/layout/legibility";

test("the floor is a font size whose lower-case letters are as high as the server says", () => {
  for (const share of [0.0222, 0.0667, 0.11]) expect(smallestFont({ xHeight: share }, 1080) * xHeight).toBeGreaterThanOrEqual(share * 1080);
  expect(smallestFont({ xHeight: 0.0667 }, 1080) * xHeight).toBeLessThan(0.0667 * 1080 + xHeight);
});

test("a hall that nobody measured gets six percent", () => {
  expect(smallestFont({}, 1080)).toBe(Math.ceil((0.06 * 1080) / xHeight));
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
