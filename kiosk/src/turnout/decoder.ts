import { type Decode, type Picture, withFallback, withInversion } from "./decoderChain";
import { invertedOf, pixelsOf } from "./pixels";

export type { Decode } from "./decoderChain";

interface NativeDetector { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> }
interface NativeDetectorClass { new (options: { formats: string[] }): NativeDetector; getSupportedFormats(): Promise<string[]> }

/** The browser's own decoder, else zxing in a worker, else one in plain JavaScript where WebAssembly is blocked; the next one where one only fails. */
export const bestDecoder = (): Promise<Decode> => withFallback([nativeDecoder, zxingDecoder, scriptDecoder]);

async function nativeDecoder(): Promise<Decode | undefined> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  try {
    if (Detector === undefined || !(await Detector.getSupportedFormats()).includes("qr_code")) return undefined;
    const detector = new Detector({ formats: ["qr_code"] });
    const detect = async (picture: CanvasImageSource) => (await detector.detect(picture))[0]?.rawValue;
    return withInversion(detect, async (picture: Picture) => {
      const inverted = invertedOf(picture);
      return inverted === undefined ? undefined : detect(inverted);
    });
  } catch {
    return undefined;
  }
}

// zxing looks for light codes on dark by itself.
async function zxingDecoder(): Promise<Decode | undefined> {
  if (typeof WebAssembly === "undefined") return undefined;
  const worker = new Worker(new URL("./zxing.worker.ts", import.meta.url), { type: "module" });
  const reply = () => new Promise<string | undefined>((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<{ text?: string; ready?: boolean }>) => done(data.text);
    worker.onerror = fail;
  });
  try {
    await reply();
  } catch {
    worker.terminate();
    return undefined;
  }
  return async (picture) => {
    const pixels = pixelsOf(picture);
    if (pixels === undefined) return undefined;
    const answer = reply();
    worker.postMessage(pixels, [pixels.data.buffer]);
    return answer;
  };
}

async function scriptDecoder(): Promise<Decode> {
  const { decodeQR } = await import("qr/decode.js");
  const read = (pixels: ImageData | undefined) => {
    try {
      return pixels && decodeQR(pixels);
    } catch {
      return undefined;
    }
  };
  return withInversion(async (picture) => read(pixelsOf(picture)), async (picture) => read(pixelsOf(picture, true)));
}
