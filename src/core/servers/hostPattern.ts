// Names that stand for many in an inventory of Ansible: www[01:20].example, db-[a:f], [0:10:5] with a step, several in one name. As Ansible
// reads them; what it refuses has no names here, and neither has what stands for more than is ever checked in one run.

import { parseAddress } from '../listener/address';
import { mostListeners } from '../listener/addressRange';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const RANGE = /^(?<head>[^[\]]*)\[(?<from>\d{0,9}|[a-zA-Z]):(?<to>\d{1,9}|[a-zA-Z])(?::(?<step>[1-9]\d{0,8}))?\](?<tail>.*)$/;

/** The names a pattern stands for: itself where it is an address, or holds no bracket. Undefined where it cannot be told. */
export function hostPattern(pattern: string): readonly string[] | undefined {
  if (!pattern.includes('[') || parseAddress(pattern).ok) return [pattern];
  const { head = '', from = '', to = '', step = '1', tail = '' } = RANGE.exec(pattern)?.groups ?? {};
  const steps = to === '' ? undefined : stepsOf(from === '' ? '0' : from, to, Number(step));
  const tails = hostPattern(tail);
  if (steps === undefined || tails === undefined || steps.length * tails.length > mostListeners) return undefined;
  return steps.flatMap((text) => tails.map((rest) => `${head}${text}${rest}`));
}

/** From the first to the last, both included. Zeros in front of the first make all of them as long. */
function stepsOf(from: string, to: string, step: number): readonly string[] | undefined {
  const [first, last] = [from, to].map((text) => (/\d/.test(text) ? Number(text) : LETTERS.indexOf(text)));
  if (first === undefined || last === undefined || first > last || /\d/.test(from) !== /\d/.test(to)) return undefined;
  const padded = from.length > 1 && from.startsWith('0');
  const count = Math.floor((last - first) / step) + 1;
  if (count > mostListeners || (padded && from.length !== to.length)) return undefined;
  const numbers = Array.from({ length: count }, (_, i) => first + i * step);
  return numbers.map((number) => (/\d/.test(from) ? String(number).padStart(padded ? from.length : 1, '0') : LETTERS.charAt(number)));
}
