import type { FloorPresent } from "../contract/contract";
import { asksOf } from "../record/cells";
import type { Commands } from "../record/useCommands";
import { liveScene } from "./sceneNames";

/** A chair's way to change what the hall sees, at once and without a preview. The live scene is marked by shape and word too. */
export function SceneControls({ present, commands }: { present: FloorPresent; commands: Commands }) {
  const { title, text } = liveScene(present);
  const { busy, show } = commands;
  const plain = [["welcome", "Welcome"], ["turnout", "Turnout"], ["now_next", "Now and next"], ["roll_call", "Roll call"], ["seal", "Seal"], ["blank", "Blank"]] as const;
  return (
    <section class="scenes">
      <div class="scene-live" aria-live="polite"><small>The hall sees</small><strong>{title}</strong>{text !== undefined && <p>{text}</p>}</div>
      <div class="scene-buttons">
        {plain.map(([scene, name]) => <SceneButton key={scene} live={present.scene === scene} busy={busy} onTap={() => void show(scene, {}, present.sceneVersion)}>{name}</SceneButton>)}
      </div>
      <h2>Asks</h2>
      <div class="scene-buttons">
        {asksOf(present).map(([id, ask]) => (
          <SceneButton key={id} live={present.sceneAskId === id} busy={busy} hint={ask.text} onTap={() => void show("answer", { askId: id }, present.sceneVersion)}>
            <span class="unseen">Ask </span><b>{ask.number}</b>{ask.area !== undefined && <small>{ask.area}</small>}
          </SceneButton>
        ))}
      </div>
      <h2>Testimony</h2>
      <div class="scene-buttons scene-speakers">
        {Object.entries(present.speakers).map(([id, speaker]) => (
          <SceneButton key={id} live={present.scene === "testimony" && present.sceneSpeakerId === id} busy={busy} onTap={() => void show("testimony", { speakerId: id }, present.sceneVersion)}>
            {speaker.nameToShow}<small>{speaker.institution}{!speaker.mayShowName && " · name stays off the screen"}</small>
          </SceneButton>
        ))}
      </div>
    </section>
  );
}

interface ButtonProps { live: boolean; busy: boolean; hint?: string; onTap: () => void; children: preact.ComponentChildren }

function SceneButton({ live, busy, hint, onTap, children }: ButtonProps) {
  return <button class={live ? "scene on-air" : "scene"} aria-pressed={live} disabled={busy} title={hint} onClick={onTap}>{children}{live && <i>live</i>}</button>;
}
