import type { FloorPresent, Scene, ScreenPresent, ShownScene } from "../contract/contract";

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
  commitments: "Commitments",
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

/** A scene in a few words: "Ask 3: Housing". What it is about is looked up in what the screens are sent. */
export function sceneTitle(shown: Pick<ScreenPresent, "scene" | "askId" | "testimony" | "message"> | ShownScene, { asks }: Pick<ScreenPresent, "asks">): string {
  const name = sceneName[shown.scene] ?? "A scene that this version does not know";
  const ask = shown.askId === undefined ? undefined : asks[shown.askId];
  const words = "message" in shown ? shown.message : "text" in shown ? shown.text : undefined;
  if ((shown.scene === "ask" || shown.scene === "answer") && ask !== undefined) return `${shown.scene === "ask" ? "Ask" : "Answers to ask"} ${ask.number}${ask.area === undefined ? "" : `: ${ask.area}`}`;
  if (shown.scene === "testimony" && "testimony" in shown && shown.testimony !== undefined) return `${name}: ${shown.testimony.nameToShow ?? shown.testimony.institution}`;
  if (shown.scene === "message" && words !== undefined) return `${name}: ${words}`;
  return name;
}
