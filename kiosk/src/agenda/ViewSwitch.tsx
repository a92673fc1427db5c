export type View = "evening" | "answers";

/** The chair's two views. What waits for her stands as a number on the other one, so neither hides it. */
export function ViewSwitch({ view, waiting, onView }: { view: View; waiting: number; onView: (view: View) => void }) {
  return (
    <nav class="views" aria-label="Views">
      <button aria-current={view === "evening" ? "page" : undefined} onClick={() => onView("evening")}>Evening</button>
      <button aria-current={view === "answers" ? "page" : undefined} onClick={() => onView("answers")}>
        Answers{waiting > 0 && <b class="views-count">{waiting}<span class="unseen"> waiting for your ruling</span></b>}
      </button>
    </nav>
  );
}
