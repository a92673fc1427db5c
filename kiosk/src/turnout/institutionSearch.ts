import type { RosterPlace } from "../contract/contract";

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** The institutions whose name has a word that begins with each word typed, in the order of the alphabet; all where nothing is typed. */
export function matching(places: readonly RosterPlace[], text: string): readonly RosterPlace[] {
  const typed = folded(text).split(" ").filter((word) => word !== "");
  const fits = ({ name }: RosterPlace) => {
    const words = folded(name).split(" ");
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  };
  return places.filter(fits).sort((a, b) => a.name.localeCompare(b.name, "en"));
}
