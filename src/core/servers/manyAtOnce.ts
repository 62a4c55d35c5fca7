// Work on many things, so many of them at a time and no more. What a lack of sockets or files cut short is done again with fewer at a time:
// a system's limit is no fact about the other side. Starts nothing more once the signal aborts.

/** What came of one: `exhausted` is a lack of sockets or files on this machine. */
export type Attempt = 'done' | 'exhausted';

/** @param work given `last` when it is the only one that runs: then there are no fewer left to go down to, and it keeps what it gets. */
export async function manyAtOnce<T>(items: Iterable<T>, atOnce: number, work: (item: T, last: boolean) => Promise<Attempt>, signal: AbortSignal): Promise<void> {
  const fresh = items[Symbol.iterator]();
  const again: { readonly item: T }[] = [];
  let running = Math.max(1, atOnce);
  const next = (): { readonly item: T } | undefined => {
    const step = fresh.next();
    return step.done === true ? again.shift() : { item: step.value };
  };
  const worker = async (): Promise<void> => {
    for (let taken = next(); taken !== undefined && !signal.aborted; taken = next()) {
      const attempt = await work(taken.item, running === 1);
      if (attempt === 'done') continue;
      again.push(taken);
      // This one leaves the rest to the others, of which the last stays whatever happens.
      if (running > 1) break;
    }
    running -= 1;
  };
  await Promise.all(Array.from({ length: running }, worker));
}
