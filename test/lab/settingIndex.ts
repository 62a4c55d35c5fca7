// The reference of settings and policies, made from their tables. Written by `npm run generate`.
import { isInverted, policies } from '../../src/core/rdp/policies';
import type { Encoded, Policy, PolicyWrite } from '../../src/core/rdp/policies/policy';
import type { Choice, Domain, Setting, Standard } from '../../src/core/rdp/setting';
import { allSettings } from '../../src/core/rdp/settingTable';
import { settings } from '../../src/core/rdp/settings';
import { sourceParts } from '../../src/core/rdp/sources';
import { typeName } from '../../src/core/registry/valueData';

const opening = `# Settings and policies

Every value and every policy RDP Diagnostics knows. \`{listener}\` is the key of a listener, usually \`RDP-Tcp\`.

Confidence: **H** read in a primary source, **M** one secondary source or several that agree, **L** weak; what rests on an L alone is reported as information at most.
`;

const restarts: Readonly<Record<Setting['restart'], string>> = {
  none: 'none',
  nextConnection: 'next connection',
  nextLogon: 'next logon',
  policyRefresh: 'policy refresh',
  termService: 'TermService',
  computer: 'computer',
  unknown: 'unknown',
};

const code = (text: string): string => `\`${text}\``;
const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |\n`;

function choiceText({ value, meaning }: Choice): string {
  return `${value > 0xffff ? `0x${value.toString(16)}` : value} ${meaning}`;
}

function domainText(domain: Domain): string {
  switch (domain.kind) {
    case 'choices':
      return domain.choices.map(choiceText).join('; ');
    case 'range': {
      const [min, max] = [domain.min, domain.max].map((number) => (number >= 0xfffffffe ? `0x${number.toString(16)}` : String(number)));
      const unit = domain.unit === 'none' || domain.unit === 'port' ? '' : ` ${domain.unit}`;
      return [`${min ?? ''}–${max ?? ''}${unit}`, ...(domain.special ?? []).map(choiceText)].join('; ');
    }
    case 'text':
      return 'text';
    case 'texts':
      return 'list of texts';
    case 'bytes':
      return domain.length === undefined ? 'bytes' : `${domain.length} bytes`;
  }
}

function standardText(standard: Standard | undefined): string {
  if (standard === undefined) return 'absent';
  if (typeof standard === 'number') return standard > 0xffff ? `0x${standard.toString(16)}` : String(standard);
  return code(typeof standard === 'string' ? standard : standard.join(', '));
}

function standards({ standard, standardByWindows = [] }: Setting): string {
  return [standardText(standard), ...standardByWindows.map((other) => `${other.windows}: ${standardText(other.standard)}`)].join('; ');
}

function notes({ absent, trap, countsWhile, since, role, policy }: Setting, byId: ReadonlyMap<string, Setting>): string {
  const deciding = countsWhile === undefined ? undefined : byId.get(countsWhile.setting)?.place.name;
  const sentences = [
    role === 'state' ? 'Kept by Windows.' : role === 'legacy' ? 'Old switch.' : '',
    absent === undefined ? '' : `Absent: ${absent}.`,
    deciding === undefined ? '' : `Counts only while ${code(deciding)} is ${countsWhile?.equals ?? ''}.`,
    trap ?? '',
    since === undefined ? '' : `Since ${since}.`,
    policy === undefined ? '' : `Policy ${code(policy.id)}.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function sourceText({ source }: Setting): string {
  return sourceParts(source)
    .map(({ name, address }) => (address === undefined ? name : `[${name}](${address})`))
    .join('; ');
}

function settingTables(): string {
  const table = allSettings();
  const byId = new Map(table.map((setting) => [setting.id, setting]));
  const known = settings.flatMap(({ id }) => byId.get(id) ?? []);
  const keys = [...new Set(known.map(({ place }) => place.path))].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return keys.map((key) => `\n### ${code(`HKLM\\${key}`)}\n\n${settingRows(known.filter(({ place }) => place.path === key), byId)}`).join('');
}

function settingRows(rows: readonly Setting[], byId: ReadonlyMap<string, Setting>): string {
  const head = row(['value', 'what it is', 'type', 'data', 'standard', 'restart', 'notes', 'source', 'confidence']) + row(Array<string>(9).fill('---'));
  const body = rows.map((setting) =>
    row([
      code(setting.place.name),
      setting.title,
      setting.types.map(typeName).join(', '),
      domainText(setting.domain),
      standards(setting),
      restarts[setting.restart],
      notes(setting, byId),
      sourceText(setting),
      setting.confidence,
    ]),
  );
  return head + body.join('');
}

const encoded = (data: Encoded): string => (data === null ? 'deleted' : typeof data === 'number' ? String(data) : `REG_SZ "${data}"`);

function writeText(write: PolicyWrite): string {
  switch (write.kind) {
    case 'switch':
      return `${code(write.name)}: enabled ${encoded(write.enabled)}, disabled ${encoded(write.disabled)}`;
    case 'choice': {
      const choices = write.choices.map(({ value, meaning }) => (value === meaning ? meaning : `${value} ${meaning}`)).join('; ');
      return `${code(write.name)}: ${choices}${write.disabled === undefined ? '' : `; disabled ${encoded(write.disabled)}`}`;
    }
    case 'number':
      return `${code(write.name)}: ${write.min}–${write.max}${write.unit === undefined || write.unit === 'port' ? '' : ` ${write.unit}`}`;
    case 'checkbox':
      return `${code(write.name)}: ${encoded(write.on)} or ${encoded(write.off)}`;
    case 'text':
      return `${code(write.name)}: text`;
    case 'texts':
      return `${code(write.name)}: list of texts`;
    case 'list':
      return `key ${code(write.key)}: one text per entry`;
  }
}

function policyTables(): string {
  const categories = new Map<string, Policy[]>();
  for (const policy of policies()) categories.set(policy.category, [...(categories.get(policy.category) ?? []), policy]);
  const head = row(['policy', 'id', 'class', 'values', 'supported on', 'notes']) + row(Array<string>(6).fill('---'));
  return [...categories]
    .map(([category, rows]) => {
      const body = rows.map((policy) =>
        row([
          policy.title,
          code(policy.id),
          policy.class,
          `${code(policy.key)}<br>${policy.writes.map(writeText).join('<br>')}`,
          policy.supportedOn,
          [isInverted(policy) ? 'Inverted.' : '', policy.note ?? ''].filter((note) => note !== '').join(' '),
        ]),
      );
      const sources = [...new Set(rows.map(({ source, confidence }) => `${source} (${confidence})`))].join('; ');
      return `\n### ${category}\n\n${sources}\n\n${head}${body.join('')}`;
    })
    .join('');
}

/** The text of docs/settings.md. */
export function settingIndex(): string {
  return `${opening}\n## Settings\n${settingTables()}\n## Policies\n\nNot configured, a policy leaves its values absent. A switch and the elements below it are written when the policy is enabled; disabled, the elements are deleted unless another data is told.\n${policyTables()}`;
}
