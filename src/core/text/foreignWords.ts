// Words of somebody we do not know yet, such as a server that asks for a password, fit to be shown beside our own: nothing that moves
// the cursor, turns the direction of writing or hides, and not more than a person reads.

const MOST = 300;

/** One line in the end, whatever came; empty where nothing readable came. */
export function foreignWords(said: string): string {
  const readable = said.replace(/[\p{C}\p{Z}\u2800\u3164\uffa0]+/gu, ' ').trim();
  const characters = Array.from(readable);
  return characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : readable;
}
