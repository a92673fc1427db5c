import { useEffect, useState } from "preact/hooks";
import type { Door } from "./door";

/** Passing remarks: seen and announced, gone after two seconds. */
export function Remark({ door }: { door: Door }) {
  const remark = door.remark.value;
  const [gone, setGone] = useState<number>();
  useEffect(() => {
    if (remark === undefined) return;
    const timer = setTimeout(() => setGone(remark.at), 2000);
    return () => clearTimeout(timer);
  }, [remark]);
  const shown = remark !== undefined && remark.at !== gone;
  return <p class={shown ? "remark shown" : "remark"} role="status">{shown ? remark.text : ""}</p>;
}
