// The port that was asked from here, and does not answer, is not the one of any listener: Remote Desktop listens on another, as it is set
// to. Something on the way may translate one into the other, hence assumed. Either clients have to name that port or the server has to change; the server by itself is in order. A slip in the number has RDP201.
// Source: Microsoft, Change the listening port for Remote Desktop.

import { message } from '../../messages/message';
import { intendedPort } from '../../rdp/portNumber';
import type { Rule } from '../rule';
import { configuredPorts, isStopped, isTermService, tcpSockets } from './portOwners';

export const rdp221PortNotOfListener: Rule = {
  code: 'RDP221',
  title: message('RDP221.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    const { server, listener: outside } = statements;
    if (server === undefined || outside === undefined || !isStopped(outside)) return;
    const asked = outside.address.port;
    const configured = configuredPorts(statements);
    if (configured.some(({ port }) => port === asked) || tcpSockets(server, asked).length > 0) return;
    const listening = configured.filter(({ port }) => intendedPort(port) === undefined && tcpSockets(server, port).some((socket) => isTermService(socket, server)));
    const [first] = listening;
    if (first === undefined) return;
    const ports = [...new Set(listening.map(({ port }) => port))].join(', ');
    yield { message: message('RDP221.message', asked, ports), why: message('RDP221.why'), evidence: server.evidence('port'), certainty: 'assumed' };
  },
};
