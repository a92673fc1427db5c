import { signal, useComputed } from "@preact/signals";
import { createContext } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";
import { serverSecond } from "../../live/serverClock";

/** When the scene came on, on the server's clock in milliseconds: what all its screens count their pages from. */
export const SinceContext = createContext<number | undefined>(undefined);

/** A beat of a scene that turns pages: all its screens turn with it, however many pages each needs. */
export interface Beat {
  readonly seconds: number;
  /** The instant from which the beats are counted. */
  readonly since: number;
}

/** A page, and the beat in which it was turned to. */
export interface Turn extends Beat { readonly beat: number; readonly page: number }

/** How many beats have passed. */
const beatAt = (now: number, { seconds, since }: Beat) => Math.max(0, Math.floor((now - since) / (seconds * 1000)));

/**
 * The page of a beat: only the beat and the number of pages decide it, so a screen that was started later shows the same
 * as the others. Within a beat nothing moves: a list that grows while people arrive stays where it is until the next.
 */
export function turned(held: Turn | undefined, now: number, beat: Beat, pages: number): Turn {
  const most = Math.max(1, pages);
  const passed = beatAt(now, beat);
  const isHeld = held?.beat === passed && held.since === beat.since && held.seconds === beat.seconds && held.page < most;
  return { ...beat, beat: passed, page: isHeld ? held.page : passed % most };
}

/**
 * The page to show now. `later`: when something came on that begins with the first page by itself, where that was after
 * the scene. A preview, which nobody cued, counts from when it is looked at.
 */
export function usePage(pages: number, seconds: number, later = 0): number {
  const lookedAt = useRef(serverSecond.peek()).current;
  const beat = { seconds, since: Math.max(useContext(SinceContext) ?? lookedAt, later) };
  const counted = useRef(signal(beat)).current;
  useEffect(() => {
    counted.value = beat;
  }, [beat.seconds, beat.since]);
  // Only a new beat is a reason to render anew; what it counts with arrives one rendering late, so the page is looked up with what is true now.
  void useComputed(() => beatAt(serverSecond.value, counted.value)).value;
  const held = useRef<Turn | undefined>(undefined);
  return (held.current = turned(held.current, serverSecond.peek(), beat, pages)).page;
}

/**
 * How long a hall needs for so many characters: to find the place, and then slowly, because some read along aloud. To be
 * asked of the words that are told and never of a page: how much stands on one depends on the screen, and the beat must not.
 */
export const secondsFor = (characters: number) => Math.min(16, Math.max(6, Math.round(3 + characters / 14)));

/** The same for a text that is told in parts: where it does not stand on one page it has two at least, about equally full. */
export const secondsForParts = (texts: readonly string[]) => secondsFor(texts.join(" ").length / 2);
