import { useEffect, useState } from "preact/hooks";
import type { PreviewQuery, PreviewReply } from "../../contract/contract";
import type { Direction } from "./direction";
import { useCalm } from "./useCalm";

/** The picture in the preview, and whether it is the one that was chosen: until it has come the one before stays, and cannot be taken for it. */
export interface Preview { readonly reply: PreviewReply | undefined; readonly isChosen: boolean }

/** The scene that could be taken, as the hall would see it now: asked anew when another is chosen and when the hall's state moves on. */
export function usePreview(direction: Pick<Direction, "preview" | "screen">, query: PreviewQuery, version: number): Preview {
  const [answer, setAnswer] = useState<{ key: string; reply: PreviewReply }>();
  const key = JSON.stringify(query);
  const sequence = useCalm(direction.screen?.sequence, 1000);
  useEffect(() => {
    let over = false;
    void direction.preview(query).then((reply) => !over && reply !== undefined && setAnswer({ key, reply }));
    return () => void (over = true);
  }, [direction, key, sequence, version]);
  return { reply: answer?.reply, isChosen: answer?.key === key };
}
