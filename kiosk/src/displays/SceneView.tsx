import type { ScreenPresent } from "../contract/contract";
import { AnswerScene } from "./AnswerScene";
import { NowNextScene } from "./NowNextScene";
import { RollCallScene } from "./RollCallScene";
import { SealScene } from "./SealScene";
import { TestimonyScene } from "./TestimonyScene";
import { TurnoutScene } from "./TurnoutScene";
import { WelcomeScene } from "./WelcomeScene";

export function SceneView({ present }: { present: ScreenPresent }) {
  const ask = present.askId === undefined ? undefined : present.asks[present.askId];
  switch (present.scene) {
    case "turnout": return <TurnoutScene turnout={present.turnout} title={present.title} timeZone={present.timeZone} />;
    case "testimony": return present.testimony === undefined ? <WelcomeScene present={present} /> : <TestimonyScene testimony={present.testimony} />;
    case "ask":
    case "answer": return ask === undefined ? <WelcomeScene present={present} /> : <AnswerScene ask={ask} record={present.record} />;
    case "roll_call": return present.rollCall === undefined ? <TurnoutScene turnout={present.turnout} title={present.title} timeZone={present.timeZone} /> : <RollCallScene rollCall={present.rollCall} />;
    case "now_next": return present.nowNext?.now === undefined ? <WelcomeScene present={present} /> : <NowNextScene nowNext={present.nowNext} />;
    case "seal": return present.record === undefined ? <WelcomeScene present={present} /> : <SealScene record={present.record} />;
    case "blank": return <section class="view view-blank" />;
    // A scene that a newer server knows and this version does not: the title of the evening is never wrong.
    default: return <WelcomeScene present={present} />;
  }
}
