// `lint --baseline FILE` and `lint --write-baseline FILE`: which findings are accepted, and what there is to say about the file.

import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { readBaseline, writeBaseline, type AcceptedFinding } from '../core/lint/baseline';
import { english } from '../core/messages/english';
import { message, type Message } from '../core/messages/message';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { decodeText } from '../core/text/decode';
import type { NamedFinding } from './lintedDocument';
import type { Files } from './ports';
import { printableJson } from './printable';

export interface Baseline {
  /** What is not accepted of the findings of a file. */
  leaveOut(path: string, findings: readonly NamedFinding[]): readonly NamedFinding[];
  /** What there is to say at the end. @param complete every file was read: only then can something be said to be gone, or all to be accepted */
  close(complete: boolean): Promise<Result<readonly Message[]>>;
}

/** As an entry of a baseline names a file: from the folder of the baseline, with forward slashes on every system. */
function pathFrom(baseline: string, path: string): string {
  return relative(dirname(resolve(baseline)), resolve(path)).split(sep).join('/');
}

function isWithin(folder: string, path: string): boolean {
  const from = relative(resolve(folder), path);
  return from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from);
}

const keyOf = ({ path, code, fingerprint }: Omit<AcceptedFinding, 'message'>): string => JSON.stringify([path, code, fingerprint]);

const unusable = (file: string, why: Message): Failure => ({
  code: 'invalidInput',
  message: message('baseline.unusable', file, english(why)),
  remedy: message('baseline.unusable.remedy'),
  retry: false,
});

/** A baseline that accepts what its file says. @param paths what is linted: of other files nothing can be said to be gone */
export async function openBaseline(file: string, paths: readonly string[], files: Files): Promise<Result<Baseline>> {
  const bytes = await files.read(file);
  if (!bytes.ok) return bytes;
  const reading = readBaseline(decodeText(bytes.value).text);
  if (!reading.ok) return fail(unusable(file, reading.why));
  const accepted = new Map(reading.accepted.map((entry) => [keyOf(entry), entry]));
  const occurred = new Set<string>();
  const isGone = (key: string, { path }: AcceptedFinding): boolean =>
    !occurred.has(key) && paths.some((linted) => isWithin(linted, resolve(dirname(file), path)));
  return succeed({
    leaveOut(path, findings) {
      const from = pathFrom(file, path);
      return findings.filter(({ finding: { code }, fingerprint }) => {
        const key = keyOf({ path: from, code, fingerprint });
        if (!accepted.has(key)) return true;
        occurred.add(key);
        return false;
      });
    },
    close(complete) {
      const gone = complete ? [...accepted].filter(([key, entry]) => isGone(key, entry)).length : 0;
      return Promise.resolve(
        succeed([...(occurred.size === 0 ? [] : [message('baseline.leftOut', file, occurred.size)]), ...(gone === 0 ? [] : [message('baseline.gone', file, gone)])]),
      );
    },
  });
}

/** A baseline that accepts whatever is found, and is written at the end. */
export function newBaseline(file: string, files: Files): Baseline {
  const accepted = new Map<string, AcceptedFinding>();
  return {
    leaveOut(path, findings) {
      const from = pathFrom(file, path);
      for (const { finding, fingerprint } of findings) {
        const entry = { path: from, code: finding.code, fingerprint, message: english(finding.message) };
        accepted.set(keyOf(entry), entry);
      }
      return [];
    },
    async close(complete) {
      if (!complete) return fail({ code: 'fileNotWritten', message: message('baseline.notWritten', file), remedy: message('failure.fileUnreadable.remedy'), retry: true });
      const written = await files.write(file, writeBaseline([...accepted.values()], printableJson));
      return written.ok ? succeed([message('baseline.written', file, accepted.size)]) : written;
    },
  };
}
