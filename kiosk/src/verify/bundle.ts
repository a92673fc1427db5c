import { unzipSync } from "fflate";
import type { Files } from "./verifier";

const largest = 256 * 1024 * 1024;

/** The published files out of what was chosen: a bundle, also one that was packed again within a folder, or the files themselves. Throws when it is neither. */
export function filesFrom(chosen: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Files {
  const zip = chosen.length === 1 && isZip(chosen[0]!.bytes) ? chosen[0]!.bytes : undefined;
  if (!zip) return new Map(chosen.map(({ name, bytes }) => [/^[0-9a-f]{64}$/.test(name) ? `att/${name}` : name, bytes]));
  let total = 0;
  const names = new Set<string>();
  const files = unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      total += originalSize;
      if (total > largest) throw new RangeError("The bundle is larger than a record can be.");
      if (names.has(name)) throw new RangeError(`The bundle holds ${name} twice.`);
      names.add(name);
      return !name.endsWith("/");
    },
  });
  return unfolded(new Map(Object.entries(files)));
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function unfolded(files: Map<string, Uint8Array>): Files {
  const inside = [...files.keys()].filter((name) => name.endsWith("/checkpoint"));
  if (files.has("checkpoint") || inside.length !== 1) return files;
  const folder = inside[0]!.slice(0, -"checkpoint".length);
  return new Map([...files].filter(([name]) => name.startsWith(folder)).map(([name, bytes]) => [name.slice(folder.length), bytes]));
}
