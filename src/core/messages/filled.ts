// A text with its arguments in the places of `{0}`, `{1}` …

export function filled(text: string, args: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (placeholder, index: string) => {
    const argument = args[Number(index)];
    return argument === undefined ? placeholder : String(argument);
  });
}
