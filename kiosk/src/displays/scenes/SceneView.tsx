import "../themes/theme.css";
import "./scenes.css";
import "./stream/stream.css";
import { useMemo } from "preact/hooks";
import type { ScreenPresent } from "../../contract/contract";
import { useFrame } from "../layout/frame";
import { SinceContext } from "../layout/paging";
import { allianceStyle } from "../themes/alliance";
import { AnswerScene } from "./AnswerScene";
import { AskScene } from "./AskScene";
import { CommitmentsScene } from "./CommitmentsScene";
import { MessageScene } from "./MessageScene";
import { NowNextScene } from "./NowNextScene";
import { RollCallScene } from "./RollCallScene";
import { SealScene } from "./SealScene";
import { LowerThird } from "./stream/LowerThird";
import { TestimonyScene } from "./TestimonyScene";
import { ToteBoardScene } from "./ToteBoardScene";
import { TurnoutScene } from "./TurnoutScene";
import { WelcomeScene } from "./WelcomeScene";

interface Props { present: ScreenPresent; second?: string | undefined }

/** One scene, laid out in the frame it is given: a hall's canvas or a small preview of it. `second` is the screen's second language. */
export function SceneView({ present, second }: Props) {
  const { isStream } = useFrame();
  // Found by trying shade after shade: once for an alliance, not for each frame.
  const style = useMemo(() => allianceStyle(present.alliance), [present.alliance]);
  const since = present.since === undefined ? undefined : Date.parse(present.since);
  return (
    <SinceContext.Provider value={since}>
      <div class="look" style={style}>{isStream ? <LowerThird present={present} /> : <Scene present={present} second={second} />}</div>
    </SinceContext.Provider>
  );
}

function Scene({ present, second }: Props) {
  const ask = present.askId === undefined ? undefined : present.asks[present.askId];
  switch (present.scene) {
    case "turnout": return <TurnoutScene turnout={present.turnout} title={present.title} timeZone={present.timeZone} />;
    case "testimony": return present.testimony === undefined ? <WelcomeScene present={present} /> : <TestimonyScene testimony={present.testimony} />;
    case "ask": return ask === undefined ? <WelcomeScene present={present} /> : <AskScene ask={ask} second={second} />;
    case "answer": return ask === undefined ? <WelcomeScene present={present} /> : <AnswerScene ask={ask} record={present.record} second={second} />;
    case "roll_call": return present.rollCall === undefined ? <TurnoutScene turnout={present.turnout} title={present.title} timeZone={present.timeZone} /> : <RollCallScene rollCall={present.rollCall} />;
    case "now_next": return present.nowNext?.now === undefined ? <WelcomeScene present={present} /> : <NowNextScene nowNext={present.nowNext} />;
    case "tote_board": return <ToteBoardScene asks={present.asks} />;
    case "commitments": return <CommitmentsScene present={present} />;
    case "message": return present.message === undefined ? <WelcomeScene present={present} /> : <MessageScene text={present.message} />;
    case "seal": return present.record === undefined ? <WelcomeScene present={present} /> : <SealScene record={present.record} />;
    case "blank": return <section class="view view-blank" />;
    // A scene that a newer server knows and this version does not: the title of the evening is never wrong.
    default: return <WelcomeScene present={present} />;
  }
}
