/** A number that rolls to its next value: only transforms move, and who cannot see it hears the number alone. */
export function Counter({ text }: { text: string }) {
  const characters = [...text];
  return (
    <span class="counter">
      <span class="counter-text">{text}</span>
      <span class="counter-wheels" aria-hidden="true">
        {characters.map((character, i) => /\d/.test(character)
          // Counted from the right, so that the last digit stays the last when a place is added.
          ? <i key={characters.length - i} class="wheel" style={{ "--digit": character }}><i /></i>
          : <i key={characters.length - i} class="wheel-mark" data-mark={character} />)}
      </span>
    </span>
  );
}
