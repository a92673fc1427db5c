/** A length for a style: Preact 11 takes a number as it stands, and a browser drops a length without its unit. */
export const px = (length: number) => `${length}px`;
