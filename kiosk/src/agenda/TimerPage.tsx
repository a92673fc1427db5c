import "./timer.css";
import { useEffect, useMemo } from "preact/hooks";
import type { DeviceIdentity, TimerPresent } from "../contract/contract";
import { fit } from "../displays/layout/fit";
import { bold, fontsReady } from "../displays/layout/measure";
import { Canvas } from "../displays/layout/Canvas";
import { frameFor } from "../displays/layout/frame";
import { px } from "../displays/layout/px";
import { serverSecond } from "../live/serverClock";
import { keepAwake } from "../shell/wakeLock";
import { clockOf, isStanding, left, phaseOf, shareLeft, type Clock } from "./clock";
import { ageWords, messageFor, shownClock, Timer } from "./timer";
import { useSecond } from "./useSecond";
import { digits } from "./words";

/** A timer stands near its speaker: the same picture on every screen, its digits over a fifth of it. */
const frame = frameFor({ width: 1920, height: 1080 }, {});

/** The screen that only the speaker sees: how long they have, when it is over, and what the stage manager has to say. */
export default function TimerPage({ device }: { device: DeviceIdentity }) {
  const timer = useMemo(() => new Timer(device), [device]);
  useEffect(keepAwake, []);
  const present = timer.present;
  const message = present && messageFor(present, device.deviceId);
  return (
    <Canvas frame={frame}>
      {present === undefined
        ? <section class="timer timer-idle"><p class="timer-title">Waiting for the server</p></section>
        : <Face present={present} message={message?.text} />}
      <Age timer={timer} />
    </Canvas>
  );
}

function Face({ present, message }: { present: TimerPresent; message: string | undefined }) {
  const shown = shownClock(present);
  if (shown === undefined) {
    return <section class="timer timer-idle">{message === undefined ? <p class="timer-title">{present.stage === "ended" ? "The evening is over" : "Not started yet"}</p> : <Message text={message} height={820} />}</section>;
  }
  return <Running clock={clockOf(shown.clock)} title={shown.title} message={message} paused={present.stage === "paused"} />;
}

interface RunningProps { clock: Clock; title: string | undefined; message: string | undefined; paused: boolean }

function Running({ clock, title, message, paused }: RunningProps) {
  const now = useSecond(clock);
  const phase = phaseOf(clock, now);
  const rest = left(clock, now);
  const standing = isStanding(clock);
  const text = digits(rest);
  return (
    <section class={`timer timer-${phase}${standing ? " timer-standing" : ""}${message === undefined ? "" : " timer-told"}`}>
      <p class="timer-title">{title}</p>
      <div class="timer-middle" role="timer" aria-live="off">
        <p class={`timer-digits timer-digits-${Math.min(7, text.length)}`}>{text}</p>
        <p class="timer-word">{phase === "up" ? "Time is up" : phase === "over" ? "over time" : standing ? (paused ? "paused" : "on hold") : phase === "last" ? "please finish" : "left"}</p>
      </div>
      {message !== undefined && <Message text={message} height={400} />}
      <div class="timer-bar" aria-hidden="true"><i style={{ transform: `scaleX(${shareLeft(clock, now)})` }} /></div>
    </section>
  );
}

/** As large as it fits: the speaker reads it in one glance. */
function Message({ text, height }: { text: string; height: number }) {
  void fontsReady.value;
  const { size, pages } = fit(text, { width: 1660, height, maxLines: 4, lineHeight: 1.12 }, [260, 220, 190, 160, 136, 116, 98, 84, 72], bold);
  return <p class="timer-message" role="status" style={{ fontSize: px(size) }}>{pages[0]!.map((line) => <span key={line}>{line}</span>)}</p>;
}

function Age({ timer }: { timer: Timer }) {
  if (timer.hub.current.value) return null;
  // Read so that the age appears in the second it is due.
  void serverSecond.value;
  if (timer.hub.link.value === "refused") return <p class="timer-age" role="status">This timer is no longer paired</p>;
  const age = ageWords(Date.now() - timer.hub.lastLive);
  return age === undefined || timer.present === undefined ? null : <p class="timer-age" role="status">No connection for {age}: the clock counts on by itself</p>;
}
