import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

// The library would load its WebAssembly from a CDN; halls have no internet to rely on.
const ready = prepareZXingModule({ overrides: { locateFile: (path: string) => (path.endsWith(".wasm") ? wasm : path) }, fireImmediately: true });

ready.then(
  () => postMessage({ ready: true }),
  // Thrown outside the promise, so that the page hears it as the worker's error and takes another decoder.
  (problem: unknown) => setTimeout(() => { throw problem; }),
);

self.onmessage = async ({ data }: MessageEvent<ImageData>) => {
  const [found] = await readBarcodes(data, { formats: ["QRCode"], maxNumberOfSymbols: 1 }).catch(() => []);
  postMessage({ text: found?.text });
};
