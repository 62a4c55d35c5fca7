// What a server says in TLS, in bytes, put together here and not by the code under test: RFC 5246 sections 6.2.1 and 7.4, RFC 8446 section 4.

const uint = (value: number, bytes: number): readonly number[] =>
  Array.from({ length: bytes }, (_, index) => Math.floor(value / 0x100 ** (bytes - 1 - index)) % 0x100);
const counted = (bytes: number, content: readonly number[]): readonly number[] => [...uint(content.length, bytes), ...content];

export const content = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

export function record(type: number, payload: readonly number[], version = 0x0303): readonly number[] {
  return [type, ...uint(version, 2), ...counted(2, payload)];
}

/** The same bytes in records of at most `most` bytes each. */
export function records(type: number, payload: readonly number[], most: number): readonly number[] {
  const count = Math.ceil(payload.length / most);
  return Array.from({ length: count }, (_, index) => record(type, payload.slice(index * most, (index + 1) * most))).flat();
}

export function message(type: number, body: readonly number[]): readonly number[] {
  return [type, ...counted(3, body)];
}

export interface HelloFields {
  readonly version: number;
  readonly cipherSuite: number;
  /** 0 to 32 bytes. */
  readonly sessionId?: readonly number[];
  /** Type and data of each; undefined: the message ends without a list. */
  readonly extensions?: readonly (readonly [number, readonly number[]])[];
  readonly random?: readonly number[];
}

export function serverHello({ version, cipherSuite, sessionId = [], extensions, random }: HelloFields): readonly number[] {
  const list = extensions?.flatMap(([type, data]) => [...uint(type, 2), ...counted(2, data)]);
  return message(2, [
    ...uint(version, 2),
    ...(random ?? Array.from({ length: 32 }, (_, index) => index)),
    ...counted(1, sessionId),
    ...uint(cipherSuite, 2),
    0,
    ...(list === undefined ? [] : counted(2, list)),
  ]);
}

/** Of TLS 1.3, which calls itself 1.2 and says the truth in an extension. */
export function serverHello13(random?: readonly number[]): readonly number[] {
  const sessionId = Array.from({ length: 32 }, () => 7);
  const fields = { version: 0x0303, cipherSuite: 0x1301, sessionId, extensions: [[43, [3, 4]]] } as const;
  return serverHello(random === undefined ? fields : { ...fields, random });
}

export function certificates(chain: readonly (readonly number[])[]): readonly number[] {
  return message(
    11,
    counted(
      3,
      chain.flatMap((certificate) => counted(3, certificate)),
    ),
  );
}

export const helloDone = message(14, []);

export function alert(level: number, description: number): readonly number[] {
  return record(content.alert, [level, description]);
}
