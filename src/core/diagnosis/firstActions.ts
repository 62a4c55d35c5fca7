// What an admin does first about a finding: one sentence per code that can be an error or a warning on a server. Those about what only
// the wire shows (RDP211 to RDP215) need the listener and are in firstAction.ts. Says nothing about files: the line itself is at hand there.

import { message, type Message, type MessageKey } from '../messages/message';
import type { Finding, RuleCode } from '../rules/rule';

type Sentence = (finding: Finding) => Message;

const always = (text: Message): Sentence => () => text;

export const firstActions: Readonly<Partial<Record<RuleCode, Sentence>>> = {
  RDP101: ({ message: { key } }) => message(key === 'RDP101.policy' ? 'first.RDP101.policy' : 'first.RDP101'),
  RDP102: always(message('first.RDP102')),
  RDP103: always(message('first.RDP103')),
  RDP104: always(message('first.RDP104')),
  RDP105: always(message('first.RDP105')),
  RDP106: always(message('first.RDP106')),
  RDP107: always(message('first.RDP107')),
  RDP109: always(message('first.RDP109')),
  RDP111: always(message('first.RDP111')),
  RDP112: always(message('first.RDP112')),
  RDP113: always(message('first.RDP113')),
  RDP115: always(message('first.RDP115')),
  RDP117: always(message('first.RDP117')),
  RDP119: ({ message: { key } }) => serviceFirst.get(key) ?? message('first.RDP119'),
  RDP120: ({ message: { key } }) => rightsFirst.get(key) ?? message('first.RDP120'),
  RDP122: always(message('first.RDP122')),
  RDP123: always(message('first.RDP123')),
  RDP124: always(message('first.RDP124')),
  RDP125: always(message('first.RDP125')),
  RDP201: always(message('first.RDP201')),
  RDP202: always(message('first.RDP202')),
  RDP204: always(message('first.RDP204')),
  RDP206: always(message('first.RDP206')),
  RDP207: always(message('first.RDP207')),
  RDP209: always(message('first.RDP209')),
  RDP216: always(message('first.RDP216')),
  RDP217: (finding) => message('first.RDP217', lastWord(argument(finding, 1))),
  RDP218: (finding) =>
    finding.message.key === 'RDP218.message' ? message('first.RDP218', argument(finding, 0)) : message('first.RDP218.inside', argument(finding, 0)),
  RDP219: ({ why }) => message(why?.key === 'RDP219.whyClosed' ? 'first.RDP219.closed' : 'first.RDP219'),
  RDP220: ({ why }) => (why === undefined ? undefined : firewallFirst.get(why.key)) ?? message('first.RDP220'),
  RDP221: always(message('first.RDP221')),
  RDP222: always(message('first.RDP222')),
  RDP225: always(message('first.RDP225')),
  RDP301: always(message('first.RDP301')),
  RDP303: always(message('first.RDP303')),
  RDP304: always(message('first.RDP304')),
  RDP307: always(message('first.RDP307')),
  RDP308: always(message('first.RDP308')),
  RDP309: always(message('first.RDP309')),
  RDP310: always(message('first.RDP310')),
  RDP312: always(message('first.RDP312')),
  RDP313: always(message('first.RDP313')),
  RDP314: always(message('first.RDP314')),
  RDP315: ({ message: { key } }) => message(key === 'RDP315.none' ? 'first.RDP315.none' : 'first.RDP315'),
  RDP316: always(message('first.RDP316')),
  RDP317: always(message('first.RDP317')),
  RDP318: always(message('first.RDP318')),
  RDP319: always(message('first.RDP319')),
  RDP320: always(message('first.RDP320')),
  RDP321: ({ message: { key } }) => message(key === 'RDP321.tlsOn' ? 'first.RDP321.tls' : 'first.RDP321'),
  RDP322: always(message('first.RDP322')),
  RDP323: always(message('first.RDP323')),
  RDP324: always(message('first.RDP324')),
  RDP325: always(message('first.RDP325')),
  RDP326: always(message('first.RDP326')),
  RDP327: always(message('first.RDP327')),
  RDP328: always(message('first.RDP328')),
  RDP330: always(message('first.RDP330')),
  RDP331: always(message('first.RDP331')),
  RDP332: always(message('first.RDP332')),
  RDP333: always(message('first.RDP333')),
  RDP402: always(message('first.RDP402')),
  RDP403: always(message('first.RDP403')),
  RDP407: licensing,
  RDP408: always(message('first.RDP408')),
  RDP409: always(message('first.RDP409')),
  RDP410: always(message('first.RDP410')),
  RDP411: always(message('first.RDP411')),
  RDP501: always(message('listener.first.nla')),
  RDP502: always(message('listener.first.tls')),
  RDP503: always(message('first.RDP503')),
  RDP504: always(message('first.RDP504')),
  RDP505: always(message('first.RDP505')),
  RDP506: always(message('first.RDP506')),
  RDP507: always(message('first.RDP507')),
  RDP508: always(message('first.RDP508')),
  RDP509: always(message('first.RDP509')),
  RDP510: always(message('first.RDP510')),
  RDP513: always(message('first.RDP513')),
  RDP514: always(message('first.RDP514')),
};

/** As the finding's own message has it. */
function argument({ message: { args } }: Finding, index: number): string | number {
  return args[index] ?? '-';
}

/** `httpd.exe: Apache2.4` is a process and its services, and a service is what one stops. */
function lastWord(owner: string | number): string {
  return String(owner).replace(/^.*: /, '');
}

const serviceFirst: ReadonlyMap<MessageKey, Message> = new Map([
  ['RDP119.disabled', message('first.RDP107')],
  ['RDP119.absent', message('first.RDP119.absent')],
  ['RDP119.starting', message('first.RDP119.hangs')],
  ['RDP119.stopping', message('first.RDP119.hangs')],
]);

const rightsFirst: ReadonlyMap<MessageKey, Message> = new Map([
  ['RDP120.everyone', message('first.RDP120.denied')],
  ['RDP120.deniedAgain', message('first.RDP120.denied')],
  ['RDP120.localAccounts', message('first.RDP120.denied')],
  ['RDP120.administrators', message('first.RDP120.denied')],
  ['RDP120.users', message('first.RDP120.denied')],
  ['RDP120.usersNotGiven', message('first.RDP120.usersNotGiven')],
]);

const firewallFirst: ReadonlyMap<MessageKey, Message> = new Map([
  ['firewall.blocked', message('first.RDP220.blocked')],
  ['firewall.otherPort', message('first.RDP220.otherPort')],
]);

const licensingFirst: ReadonlyMap<MessageKey, Message> = new Map([
  ['RDP407.notConfigured', message('first.RDP407.mode')],
  ['RDP407.noServer', message('first.RDP407.server')],
  ['RDP407.noneAnswers', message('first.RDP407.reach')],
  ['RDP407.older', message('first.RDP409')],
  ['RDP407.notInGroup', message('first.RDP411')],
  ['RDP407.workgroup', message('first.RDP407.workgroup')],
]);

function licensing({ message: { key } }: Finding): Message {
  return licensingFirst.get(key) ?? message('first.RDP407.refused');
}
