import type { Picture } from "./decoderChain";

/** More pixels cost time and find nothing more: a pass held before a phone fills a third of the picture. */
const widest = 960;
let canvas: HTMLCanvasElement | undefined;

/** The picture with dark and light exchanged; undefined while there is none. */
export function invertedOf(picture: Picture): HTMLCanvasElement | undefined {
  return draw(picture, true)?.canvas;
}

/** The picture's pixels, scaled down; undefined while there is no picture. */
export function pixelsOf(picture: Picture, inverted = false): ImageData | undefined {
  const context = draw(picture, inverted);
  return context?.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

function draw(picture: Picture, inverted: boolean): CanvasRenderingContext2D | undefined {
  const [width, height] = picture instanceof HTMLVideoElement ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, widest / Math.max(width, height));
  canvas ??= document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return undefined;
  context.globalCompositeOperation = "source-over";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  if (inverted) {
    // White minus each pixel: works where canvas filters do not.
    context.globalCompositeOperation = "difference";
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return context;
}
