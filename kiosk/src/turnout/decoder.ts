/** Finds the text of a QR code in a picture. */
export type Decode = (picture: HTMLVideoElement | ImageBitmap) => Promise<string | undefined>;

interface NativeDetector { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> }
interface NativeDetectorClass { new (options: { formats: string[] }): NativeDetector; getSupportedFormats(): Promise<string[]> }

/** The browser's own decoder, else zxing in a worker, else one in plain JavaScript where WebAssembly is blocked. */
export async function bestDecoder(): Promise<Decode> {
  return (await nativeDecoder()) ?? (await zxingDecoder()) ?? (await scriptDecoder());
}

async function nativeDecoder(): Promise<Decode | undefined> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  try {
    if (Detector === undefined || !(await Detector.getSupportedFormats()).includes("qr_code")) return undefined;
    const detector = new Detector({ formats: ["qr_code"] });
    return async (picture) => (await detector.detect(picture))[0]?.rawValue;
  } catch {
    return undefined;
  }
}

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
  return async (picture) => {
    const pixels = pixelsOf(picture);
    try {
      return pixels && decodeQR(pixels);
    } catch {
      return undefined;
    }
  };
}

/** More pixels cost time and find nothing more: a pass held before a phone fills a third of the picture. */
const widest = 960;
let canvas: HTMLCanvasElement | undefined;

function pixelsOf(picture: HTMLVideoElement | ImageBitmap): ImageData | undefined {
  const [width, height] = picture instanceof HTMLVideoElement ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, widest / Math.max(width, height));
  canvas ??= document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}
