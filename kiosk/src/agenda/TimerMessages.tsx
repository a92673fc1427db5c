import { useState } from "preact/hooks";
import type { EveningPresent } from "../contract/contract";
import type { Commands } from "../record/useCommands";

const ready = ["Please finish", "Louder, please", "Closer to the microphone", "Slower, please"];
const longest = 80;

/** What the speaker is told on the stage timers: ready-made or written, to all of them or to one. */
export function TimerMessages({ evening, commands }: { evening: EveningPresent; commands: Commands }) {
  const [text, setText] = useState("");
  const [timerId, setTimer] = useState("");
  const timers = Object.entries(evening.timers);
  const shown = Object.entries(evening.messages).sort(([, a], [, b]) => b.at.localeCompare(a.at));
  const to = timerId === "" ? {} : { timerId };
  const show = (words: string) => void commands.run({ step: "message_shown", text: words, ...to }).then((done) => done && setText(""));
  return (
    <section class="board timer-tell" aria-labelledby="tell">
      <h2 id="tell">Tell the speaker</h2>
      {timers.length === 0 && <p class="soft">No stage timer is paired yet. The message waits for one.</p>}
      {shown.map(([id, message]) => (
        <p class="told" key={id} role="status">
          <span><small>On {message.timerId === undefined ? "all timers" : (evening.timers[message.timerId]?.name ?? "one timer")}</small> <b>{message.text}</b></span>
          <button onClick={() => void commands.run({ step: "message_cleared", ...(message.timerId !== undefined && { timerId: message.timerId }) })}>Take it off</button>
        </p>
      ))}
      {timers.length > 1 && (
        <select aria-label="Which timer" value={timerId} onChange={(event) => setTimer(event.currentTarget.value)}>
          <option value="">All timers</option>
          {timers.map(([id, { name }]) => <option value={id} key={id}>{name}</option>)}
        </select>
      )}
      <div class="row">{ready.map((words) => <button key={words} onClick={() => show(words)}>{words}</button>)}</div>
      <form class="tell-own" onSubmit={(event) => { event.preventDefault(); if (text.trim() !== "") show(text.trim()); }}>
        <input aria-label="Message to the speaker" placeholder="Or write …" maxLength={longest} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        <button class="primary" aria-disabled={text.trim() === ""}>Show</button>
      </form>
    </section>
  );
}
