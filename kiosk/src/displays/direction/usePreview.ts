import { useEffect, useState } from "preact/hooks";
import type { PreviewQuery, PreviewReply } from "../../contract/contract";
import type { Direction } from "./direction";
import { useCalm } from "./useCalm";

/** The scene that could be taken, as the hall would see it now: asked anew when another is chosen and when the hall's state moves on. */
export function usePreview(direction: Direction, query: PreviewQuery, version: number): PreviewReply | undefined {
  const [reply, setReply] = useState<PreviewReply>();
  const key = JSON.stringify(query);
  const sequence = useCalm(direction.screen?.sequence, 1000);
  useEffect(() => {
    let over = false;
    void direction.preview(query).then((answer) => !over && answer !== undefined && setReply(answer));
    return () => void (over = true);
  }, [direction, key, sequence, version]);
  return reply;
}
