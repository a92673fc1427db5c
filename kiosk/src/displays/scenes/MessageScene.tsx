import { useMemo } from "preact/hooks";
import { useFrame } from "../layout/frame";
import { fonts, fontsReady } from "../layout/measure";
import { Paged } from "../layout/Paged";
import { stack } from "../layout/stack";

/** What the stage manager tells one screen's audience: "The overflow room is full, please use the gallery". */
export function MessageScene({ text }: { text: string }) {
  const ready = fontsReady.value;
  const { safe, floor } = useFrame();
  const pages = useMemo(() => stack([{ text, weight: "bold", size: 200, look: "" }], safe, floor, fonts), [text, safe, floor, ready]);
  return <Paged look="message" pages={pages} />;
}
