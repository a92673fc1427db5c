/** Two tabs of one device would number the same scans twice: one works, the other says so. */
export function Elsewhere({ take }: { take: () => void }) {
  return (
    <main class="centre">
      <h1>Open in another tab</h1>
      <p>This device is at work in another tab or window of this browser.</p>
      <button class="primary" onClick={take}>Use it here</button>
    </main>
  );
}
