/** A UUID that works on plain http too, where `crypto.randomUUID` is missing. */
export function uuid(): string {
  return text(random(), 4);
}

/** UUID version 7: 48 bits of milliseconds, then randomness, so facts sort by when they were made. */
export function uuid7(now = Date.now()): string {
  const bytes = random();
  for (let i = 5, rest = now; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return text(bytes, 7);
}

const random = () => crypto.getRandomValues(new Uint8Array(16));

function text(bytes: Uint8Array, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
