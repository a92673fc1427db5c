/** Languages often heard in halls; any other can be typed as its BCP 47 tag. */
const tags = ["en", "es", "pl", "pt", "fr", "de", "ar", "bn", "ur", "pa", "so", "tr", "uk", "ro", "zh", "cy"];
const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

function nameOf(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export function LanguageInput({ value, fix, onInput }: { value: string; fix: string | undefined; onInput: (tag: string) => void }) {
  const all = tags.includes(value) ? tags : [value, ...tags];
  const choose = (tag: string) => onInput(tag === "other" ? (prompt("Language tag, for example “ti” for Tigrinya")?.trim() || value) : tag);
  return (
    <label class="field">
      <b>Language spoken</b>
      <small>{fix ?? "Of the words above"}</small>
      <select value={value} aria-invalid={fix !== undefined} onChange={(event) => choose(event.currentTarget.value)}>
        {all.map((tag) => <option value={tag} key={tag}>{nameOf(tag)}</option>)}
        <option value="other">Another…</option>
      </select>
    </label>
  );
}
