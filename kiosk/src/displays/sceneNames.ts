import type { FloorPresent, Scene } from "../contract/contract";

export const sceneName: Record<Scene, string> = {
  welcome: "Welcome",
  turnout: "Turnout",
  testimony: "Testimony",
  answer: "Ask and answers",
  blank: "Blank",
  roll_call: "Roll call",
  now_next: "Now and next",
  seal: "Seal of the record",
  ask: "Ask",
  tote_board: "Tote board",
  commitments: "Agreed tonight",
  message: "Message",
};

/** What the hall sees now, in a sentence for the people at the side. */
export function liveScene(present: FloorPresent): { title: string; text?: string } {
  const ask = present.sceneAskId === undefined ? undefined : present.asks[present.sceneAskId];
  const speaker = present.sceneSpeakerId === undefined ? undefined : present.speakers[present.sceneSpeakerId];
  if ((present.scene === "answer" || present.scene === "ask") && ask !== undefined) return { title: `Ask ${ask.number}`, text: ask.text };
  if (present.scene === "testimony" && speaker !== undefined) {
    const shown = speaker.mayShowName ? speaker.nameToShow : "name not shown";
    return { title: "Testimony", text: `${shown} · ${speaker.institution}` };
  }
  if (present.scene === "turnout") return { title: "Turnout", text: `${present.arrived.toLocaleString("en-GB")} of ${present.pledged.toLocaleString("en-GB")} pledged` };
  return { title: sceneName[present.scene] };
}
