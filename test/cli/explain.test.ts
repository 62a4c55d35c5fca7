// `rdp-diagnostics explain`: codes and messages as a person has them at hand. What each means is proven in test/core/rdp.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { json, rdpDiagnostics } from './commandLine';

interface Explained {
  readonly explanations: readonly { readonly kind: string; readonly name: string; readonly rules: readonly string[] }[];
}

describe('rdp-diagnostics explain', () => {
  it('says what a code means and where the pages of its rules are', async () => {
    const { code, out, err } = await rdpDiagnostics('explain', '0x904');
    deepEqual([code, err], [0, '']);
    match(out, /^0x904 /);
    const pages = [...out.matchAll(/^RDP\d{3} {2}(.+\.md)$/gm)].map(([, path = '']) => path);
    ok(pages.length > 0 && pages.every((path) => existsSync(path)), out);
  });

  it('joins words to a message', async () => {
    const ran = await rdpDiagnostics('explain', 'no', 'Remote', 'Desktop', 'License', 'Servers', 'available', '--format', 'json');
    const [likeliest] = (json(ran) as Explained).explanations;
    deepEqual([ran.code, likeliest?.kind], [0, 'message']);
    deepEqual(Object.keys(likeliest ?? {}), ['kind', 'name', 'meaning', 'details', 'symptom', 'certainty', 'source', 'rules']);
    ok(likeliest?.rules.includes('RDP407'));
  });

  it('takes a negative number for a code', async () => {
    for (const words of [['-2146893022'], ['--', '-2146893022'], ['-2146893022', '--format', 'text']]) {
      const { code, out } = await rdpDiagnostics('explain', ...words);
      equal(code, 0, words.join(' '));
      match(out, /^SEC_E_WRONG_PRINCIPAL \(0x80090322\)/);
    }
  });

  it('says that it knows nothing, and exits 1', async () => {
    const { code, out, err } = await rdpDiagnostics('explain', 'weather');
    deepEqual([code, out], [1, '']);
    match(err, /^Nothing is known/);
    deepEqual(json(await rdpDiagnostics('explain', 'weather', '--format', 'json')), { explanations: [] });
  });

  for (const words of [[], [''], ['  ', ' ']]) {
    it(`wants something to explain: ${JSON.stringify(words)}`, async () => {
      const { code, out, err } = await rdpDiagnostics('explain', ...words);
      deepEqual([code, out], [2, '']);
      match(err, /explain needs a code or a message/);
    });
  }
});
