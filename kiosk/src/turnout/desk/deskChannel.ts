import type { ReadonlySignal } from "@preact/signals";
import type { DeskPresent } from "../../contract/contract";
import { watch } from "../../live/channel";
import type { Held } from "../../live/frames";
import type { Door } from "../door";

const watched = new WeakMap<Door, ReadonlySignal<Held<DeskPresent> | undefined>>();

/** How many cases are open, watched once for the device: the bar shows it in every mode. */
export function deskOf(door: Door): ReadonlySignal<Held<DeskPresent> | undefined> {
  const known = watched.get(door);
  if (known !== undefined) return known;
  const state = watch<DeskPresent>(door.live, "desk");
  watched.set(door, state);
  return state;
}
