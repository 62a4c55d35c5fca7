// What holds for a file of group policy of any format that somebody cut, damaged or made to hurt: the linter gives a result whose offsets
// are in the file, no rule fails over it, and where it is not whole some finding says so. A small file of each format is the start.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Format } from '../../src/core/formats/detect';
import { lintBytes } from '../../src/core/lint/linter';
import { polBytes } from '../core/formats/polNotation';
import { extension, gpo, policy } from '../core/formats/report/reportMade';
import { SEED } from './regText';

const TS = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
const preference = (inside: string): string => `<?xml version="1.0" encoding="utf-8"?>\r\n<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">${inside}</RegistrySettings>`;
const item = `<Registry name="fDenyTSConnections"><Properties action="U" hive="HKEY_LOCAL_MACHINE" key="${TS}" name="fDenyTSConnections" type="REG_DWORD" value="00000001"/></Registry>`;
const drives = policy({ name: 'Do not allow drive redirection', category: 'Windows Components/Remote Desktop Services/Remote Desktop Session Host/Device and Resource Redirection' });

interface Start {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** Whether a cut always leaves something that is not whole: XML ends in its root element, lines can end anywhere. */
  readonly cutIsTold: boolean;
}

const starts: readonly Start[] = [
  { name: 'registry.pol', format: 'registry.pol', bytes: polBytes(`header [ "${TS}" ; "**del.fDenyTSConnections" ; =1: " " ] [ "${TS}" ; "fDenyTSConnections" ; =4: 01000000 ]`), cutIsTold: false },
  { name: 'lgpo.txt', format: 'lgpo', bytes: utf8(`; made for a test\r\nComputer\r\n${TS}\r\nfDenyTSConnections\r\nDWORD:1\r\n\r\nUser\r\n${TS}\r\n*\r\nDELETEALLVALUES\r\n`), cutIsTold: false },
  { name: 'GptTmpl.inf', format: 'security-template', bytes: utf16('[Unicode]\r\nUnicode=yes\r\n[Version]\r\nsignature="$CHICAGO$"\r\nRevision=1\r\n[Registry Values]\r\nMACHINE\\System\\CurrentControlSet\\Control\\Lsa\\LmCompatibilityLevel=4,5\r\n[Privilege Rights]\r\nSeRemoteInteractiveLogonRight = *S-1-5-32-544,Ops\r\n[Service General Setting]\r\n"TermService",4,""\r\n'), cutIsTold: false },
  { name: 'Registry.xml', format: 'gpp-registry', bytes: utf8(preference(item)), cutIsTold: true },
  { name: 'a.PolicyRules', format: 'policy-rules', bytes: utf8(`<PolicyRules><ComputerConfig><Key>${TS}</Key><Value>fDenyTSConnections</Value><RegType>REG_DWORD</RegType><RegData>1</RegData></ComputerConfig><SecurityTemplate Section="Privilege Rights"><LineItem>SeRemoteInteractiveLogonRight=*S-1-5-32-544</LineItem></SecurityTemplate></PolicyRules>`), cutIsTold: true },
  { name: 'gpreport.xml', format: 'gpo-report', bytes: utf16(`<?xml version="1.0" encoding="utf-16"?>\r\n${gpo({ computer: extension('Registry', drives) })}`), cutIsTold: true },
  { name: 'rsop.xml', format: 'rsop', bytes: utf8(`<Rsop xmlns="http://www.microsoft.com/GroupPolicy/Rsop"><ComputerResults>${extension('Registry', drives)}</ComputerResults></Rsop>`), cutIsTold: true },
];

interface Linted {
  readonly format: Format;
  readonly codes: readonly string[];
}

function lint(bytes: Uint8Array, document: string): Linted {
  const failed: unknown[] = [];
  const { text, result } = lintBytes({ bytes, document, severities: new Map(), onRuleError: (code, error) => failed.push([code, error]) });
  deepEqual(failed, []);
  const length = result.offsets === 'bytes' ? bytes.length : text.length;
  for (const { evidence, related } of result.findings) {
    for (const { range } of [evidence, ...related.map((other) => other.evidence)]) ok(range.start >= 0 && range.start <= range.end && range.end <= length);
  }
  return { format: result.format, codes: result.findings.map(({ code }) => code) };
}

export function hostileProperties(numRuns: number, seed = SEED): void {
  describe(`files of group policy that are not as they were written (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(60_000 + numRuns * 100);

    for (const { name, format, bytes, cutIsTold } of starts) {
      it(`${name}: cut at every byte`, () => {
        equal(lint(bytes, name).format, format);
        for (let length = 0; length < bytes.length; length++) {
          const cut = lint(bytes.subarray(0, length), name);
          // Half a character that is missing is none of the document.
          const whole = bytes.length - length < 2;
          if (cutIsTold && cut.format === format && !whole) ok(cut.codes.includes('RDP059'), String(length));
        }
      });

      it(`${name}: with bytes exchanged, put in and taken out`, () => {
        const change = fc.tuple(fc.nat(bytes.length - 1), fc.constantFrom(0, 1), fc.oneof(fc.uint8Array({ maxLength: 3 }), fc.constantFrom(...['\0', '<', '&', ']', '[', ';', '"', '\r', '**'].map(utf8))));
        fc.assert(
          fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
            let other = [...bytes];
            for (const [at, removed, added] of changes) other = [...other.slice(0, at), ...added, ...other.slice(at + removed)];
            lint(Uint8Array.from(other), name);
          }),
          { numRuns, seed },
        );
      });

      it(`${name}: random bytes behind its beginning`, () => {
        fc.assert(
          fc.property(fc.nat(bytes.length), fc.uint8Array({ maxLength: 300 }), (length, random) => {
            lint(Uint8Array.of(...bytes.subarray(0, length), ...random), name);
          }),
          { numRuns, seed },
        );
      });
    }
  });
}

/** Documents made to hurt, of a size that would be felt if time or memory grew faster than it. */
export function hostileDocuments(scale: number): void {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('');
  const withDoctype = (doctype: string, inside: string): string => preference(inside).replace('<RegistrySettings', `${doctype}<RegistrySettings`);
  const documents: readonly (readonly [what: string, text: () => string, code: string | undefined])[] = [
    ['entities that grow', () => withDoctype(`<!DOCTYPE RegistrySettings [<!ENTITY a "ha">${entities}]>`, '&j;'), 'RDP060'],
    ['an entity of a file', () => withDoctype('<!DOCTYPE RegistrySettings [<!ENTITY a SYSTEM "file:///etc/hostname">]>', '&a;'), 'RDP060'],
    ['a document type elsewhere', () => withDoctype('<!DOCTYPE RegistrySettings SYSTEM "http://192.0.2.1/a.dtd">', item), 'RDP060'],
    ['parameter entities', () => withDoctype('<!DOCTYPE RegistrySettings [<!ENTITY % a SYSTEM "http://192.0.2.1/a"><!ENTITY % b "<!ENTITY c \'%a;\'>">%a;%b;]>', item), 'RDP060'],
    ['an entity nobody declared', () => preference('&file;'), 'RDP059'],
    ['elements in elements', () => preference('<Collection>'.repeat(scale)), 'RDP060'],
    ['settings in settings of a report', () => gpo({ computer: extension('Registry', '<q:Policy>'.repeat(scale)) }), 'RDP060'],
    ['attributes', () => preference(`<Registry ${Array.from({ length: scale / 20 }, (_, i) => `a${String(i)}="x"`).join(' ')}/>${item}`), 'RDP101'],
    ['namespaces', () => preference(`<a ${Array.from({ length: scale / 20 }, (_, i) => `xmlns:n${String(i)}="u"`).join(' ')}/>${item}`), 'RDP101'],
    ['NULs', () => preference(`${'\0'.repeat(scale)}${item}`), 'RDP059'],
    ['one text', () => preference(`<Collection>${'x'.repeat(scale)}</Collection>${item}`), 'RDP101'],
    ['instructions and comments', () => preference(`${'<?a?><!---->'.repeat(scale / 10)}${item}`), 'RDP101'],
    ['lines of one template', () => `<PolicyRules>${'<SecurityTemplate Section="Privilege Rights"><LineItem>SeShutdownPrivilege=*S-1-5-32-544</LineItem></SecurityTemplate>'.repeat(scale / 100)}</PolicyRules>`, undefined],
  ];
  describe(`XML made to hurt (scale ${String(scale)})`, function () {
    this.timeout(600_000);

    for (const [what, text, code] of documents) {
      it(what, () => {
        const { format, codes } = lint(utf8(text()), 'Registry.xml');
        ok(format !== 'unknown');
        if (code !== undefined) deepEqual(codes, [code]);
      });
    }
  });
}
