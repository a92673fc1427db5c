import { useEffect, useState } from "preact/hooks";
import type { Door } from "./door";

const shownFor = 2000;

/** Passing remarks: seen and announced, gone after two seconds or with the next card. Over a card it has a strip of its own and covers nothing of it. */
export function Remark({ door }: { door: Door }) {
  const remark = door.remark.value;
  const [gone, setGone] = useState<number>();
  useEffect(() => {
    if (remark === undefined) return;
    const timer = setTimeout(() => setGone(remark.at), shownFor);
    return () => clearTimeout(timer);
  }, [remark]);
  const shown = remark !== undefined && remark.at !== gone;
  const place = door.card.value?.kind === "answer" ? "remark-strip" : "remark-pill";
  return <p class={shown ? `remark ${place}` : "unseen"} role="status">{shown ? remark.text : ""}</p>;
}
