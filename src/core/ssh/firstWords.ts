// What a stranger on the line says, fit to be shown: one line, short, nothing a terminal or a log would act on.

const most = 80;

/** Anything but printable ASCII counts as a gap: who speaks so early is not yet known to speak any encoding. */
export function firstWords(said: string): string {
  const [line = ''] = said.replace(/[^\x20-\x7e\n]+/g, ' ').trim().split('\n');
  return line.trim().slice(0, most);
}
