// A line as it is typed at a terminal that does nothing by itself: what the keys put in, take away and end.

import { StringDecoder } from 'node:string_decoder';

export interface Typed {
  /** What a terminal that shows the line writes. */
  readonly shown: string;
  /** `left`: the end of input; `interrupted`: Ctrl+C. */
  readonly state: 'open' | 'entered' | 'left' | 'interrupted';
}

export interface TypedLine {
  take(bytes: Buffer): Typed;
  text(): string;
}

const isControl = (character: string): boolean => character < ' ' || character === '\x7f';

export function createTypedLine(): TypedLine {
  const decoder = new StringDecoder('utf8');
  const line: string[] = [];
  const erase = (): string => (line.pop() === undefined ? '' : '\b \b');
  const take = (bytes: Buffer): Typed => {
    let shown = '';
    for (const character of decoder.write(bytes)) {
      switch (character) {
        case '\r':
        case '\n':
          return { shown, state: 'entered' };
        case '\x03':
          return { shown, state: 'interrupted' };
        case '\x04':
          if (line.length === 0) return { shown, state: 'left' };
          break;
        case '\x7f':
        case '\b':
          shown += erase();
          break;
        case '\x15': // Ctrl+U
          while (line.length > 0) shown += erase();
          break;
        default:
          if (isControl(character)) break;
          line.push(character);
          shown += character;
      }
    }
    return { shown, state: 'open' };
  };
  return { take, text: () => line.join('') };
}
