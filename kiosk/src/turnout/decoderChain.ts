export type Picture = HTMLVideoElement | ImageBitmap;

/** Finds the text of a QR code in a picture. */
export type Decode = (picture: Picture) => Promise<string | undefined>;

/** Rejections in a row after which a decoder that never read anything is taken for broken. */
const patience = 5;

/**
 * The first decoder that this browser has; while it runs, the next one takes over from one that only rejects. Some
 * phones list a decoder of their own whose service is missing.
 */
export async function withFallback(makers: readonly (() => Promise<Decode | undefined>)[]): Promise<Decode> {
  let left = makers;
  let failures = 0;
  const next = async (): Promise<Decode | undefined> => {
    const [first, ...rest] = left;
    left = rest;
    return first === undefined ? undefined : ((await first()) ?? next());
  };
  let decode = await next();
  return async (picture) => {
    try {
      const text = await decode?.(picture);
      failures = 0;
      return text;
    } catch (problem) {
      if (++failures >= patience && left.length > 0) {
        failures = 0;
        decode = (await next()) ?? decode;
      }
      throw problem;
    }
  };
}

/** How many looks for dark on light there are for one the other way round. */
const rare = 3;

/** Looks now and then for a light code on dark, which pass apps show at night. */
export function withInversion(decode: Decode, inverted: Decode): Decode {
  let misses = 0;
  return async (picture) => {
    const text = await decode(picture);
    if (text !== undefined || ++misses % rare !== 0) return text;
    return inverted(picture);
  };
}
