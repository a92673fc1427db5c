import { signal, useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { serverSecond } from "../../live/serverClock";

/** The page to show now. All screens of a hall turn together, because they count from the same moment on the server's clock. */
export function usePage(pages: number, seconds: number, since = 0): number {
  const inputs = useRef(signal({ pages, seconds, since })).current;
  useEffect(() => {
    inputs.value = { pages, seconds, since };
  }, [pages, seconds, since]);
  // What it counts with arrives one rendering late: there may be fewer pages by then.
  return useComputed(() => pageAt(serverSecond.value, inputs.value)).value % Math.max(1, pages);
}

/** A page of a list that grows while it is shown. */
export interface Turn { readonly tick: number; readonly page: number }

/** Turns on by the ticks that passed, and not because a page was added: a list stays calm while people arrive. */
export function turned(held: Turn | undefined, tick: number, pages: number): Turn {
  const most = Math.max(1, pages);
  const page = held === undefined ? tick : held.page + Math.max(0, tick - held.tick);
  return { tick, page: page % most };
}

/** The page of a list to show now. All screens of a hall turn in the same moment of the server's clock. */
export function useTurn(pages: number, seconds: number): number {
  const tick = useComputed(() => Math.floor(serverSecond.value / (seconds * 1000))).value;
  const held = useRef<Turn | undefined>(undefined);
  return (held.current = turned(held.current, tick, pages)).page;
}

/** How long a hall needs for so many characters: to find the place, and then slowly, because some read along aloud. */
export const secondsFor = (characters: number) => Math.min(16, Math.max(6, Math.round(3 + characters / 14)));

export function pageAt(now: number, { pages, seconds, since }: { pages: number; seconds: number; since: number }): number {
  if (pages <= 1) return 0;
  return Math.max(0, Math.floor((now - since) / (seconds * 1000))) % pages;
}

/** When what this component shows came on: a text of several pages begins with its first. */
export const useShownAt = () => useRef(serverSecond.peek()).current;
