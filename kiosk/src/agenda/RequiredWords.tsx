import type { OrderItem } from "../contract/contract";
import type { Commands } from "../record/useCommands";

/** Words that must be said, to be ticked one by one with a thumb (product.md, 22). */
export function RequiredWords({ itemId, item, commands }: { itemId: string; item: OrderItem; commands: Commands }) {
  if (item.requiredWords.length === 0) return null;
  const open = item.requiredWords.filter(({ isRead }) => !isRead).length;
  return (
    <section class="ev-words" aria-label="Words that must be said">
      <h3>Must be said {open === 0 ? <small>all said</small> : <small>{open} of {item.requiredWords.length} to go</small>}</h3>
      <ul>
        {item.requiredWords.map(({ text, isRead }) => (
          <li key={text}>
            <button type="button" class="ev-word" role="checkbox" aria-checked={isRead} onClick={() => void commands.run({ step: isRead ? "words_unread" : "words_read", itemId, text })}>
              <svg viewBox="0 0 24 24" aria-hidden="true"><rect x="2" y="2" width="20" height="20" rx="5" />{isRead && <path d="M6 12.5l4.2 4.2L18.5 8" />}</svg>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
