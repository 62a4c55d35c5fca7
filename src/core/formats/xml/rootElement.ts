// Which of the formats of group policy an XML document is, by its root element, judged by the first kilobyte: a foreign document costs
// that much. Namespaces and class ids tell ours from others of the same name; a file name tells nothing.

export type XmlFormat = 'gpp-registry' | 'policy-rules' | 'gpo-report' | 'rsop';

const HEAD = 1024;
const ROOT = /^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)([\s/>][^>]*)?/;
const PREFERENCE_CLASS = /\{a3ccfc41-dfdb-43a5-8d26-0fe8b954da51\}/i;
const GPO_WRAPPERS: ReadonlySet<string> = new Set(['gpo', 'gpos', 'report']);

/** Without what may stand before the root element. */
function fromRoot(head: string): string {
  return head
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\?[\s\S]*?\?>/g, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/g, '')
    .trimStart();
}

/** Undefined for any other document, XML or not. */
export function xmlFormat(text: string): XmlFormat | undefined {
  const head = text.slice(0, HEAD);
  if (!/^\s*</.test(head)) return undefined;
  const body = fromRoot(head);
  const [, name = '', attributes = ''] = ROOT.exec(body) ?? [];
  if (name === 'PolicyRules') return 'policy-rules';
  if (name === 'RegistrySettings') return PREFERENCE_CLASS.test(attributes) ? 'gpp-registry' : undefined;
  if (name === 'Rsop') return attributes.includes('http://www.microsoft.com/GroupPolicy/Rsop') ? 'rsop' : undefined;
  return GPO_WRAPPERS.has(name.toLowerCase()) && /<(?:[\w.-]+:)?GPO\s/.test(body) && body.includes('http://www.microsoft.com/GroupPolicy/Settings') ? 'gpo-report' : undefined;
}
