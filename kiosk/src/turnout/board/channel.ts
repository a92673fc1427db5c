import type { ReadonlySignal } from "@preact/signals";
import type { SupervisorPresent } from "../../contract/contract";
import { watch } from "../../live/channel";
import type { Held } from "../../live/frames";
import type { Door } from "../door";

const watched = new WeakMap<Door, ReadonlySignal<Held<SupervisorPresent> | undefined>>();

/** The board, watched from its first look on. */
export function boardOf(door: Door): ReadonlySignal<Held<SupervisorPresent> | undefined> {
  const known = watched.get(door);
  if (known !== undefined) return known;
  const state = watch<SupervisorPresent>(door.live, "supervisor");
  watched.set(door, state);
  return state;
}
