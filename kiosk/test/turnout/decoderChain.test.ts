import { expect, test } from "vitest";
import { type Decode, type Picture, withFallback, withInversion } from "../../src/turnout/decoderChain";

const picture = {} as Picture;
const reads = (text: string | undefined): Decode => async () => text;
const rejects: Decode = async () => { throw new Error("Barcode detection service unavailable."); };
const looks = async (decode: Decode, times: number) => {
  const results: (string | undefined)[] = [];
  for (let i = 0; i < times; i++) results.push(await decode(picture).catch(() => "rejected"));
  return results;
};

test("the first decoder that the browser has is used", async () => {
  expect(await looks(await withFallback([async () => undefined, async () => reads("second")]), 1)).toEqual(["second"]);
});

test("a decoder that only rejects is replaced by the next one while it runs", async () => {
  const decode = await withFallback([async () => rejects, async () => undefined, async () => reads("a pass")]);
  const seen = await looks(decode, 8);
  expect(seen.slice(0, 5)).toEqual(Array(5).fill("rejected"));
  expect(seen.slice(5)).toEqual(Array(3).fill("a pass"));
});

test("a decoder that rejects now and then stays, and so does the last one", async () => {
  let look = 0;
  const moody = await withFallback([async () => async () => { if (look++ % 3 === 0) throw new Error("busy"); return "first"; }, async () => reads("second")]);
  expect(new Set(await looks(moody, 30))).toEqual(new Set(["rejected", "first"]));
  expect(new Set(await looks(await withFallback([async () => rejects]), 20))).toEqual(new Set(["rejected"]));
});

test("a light code on dark is found within three looks", async () => {
  expect(await looks(withInversion(reads(undefined), reads("light on dark")), 3)).toEqual([undefined, undefined, "light on dark"]);
});

test("a dark code on light is not looked at twice", async () => {
  let inverted = 0;
  expect(await looks(withInversion(reads("a pass"), async () => { inverted++; return undefined; }), 9)).toEqual(Array(9).fill("a pass"));
  expect(inverted).toBe(0);
});
