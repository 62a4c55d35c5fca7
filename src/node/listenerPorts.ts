// What the check of a listener needs of this machine, all of it.

import type { CertificateReader, Clock, Connector, DatagramExchange, Random, Resolver } from '../core/ports';
import { createResolver } from './addresses';
import { createCertificateReader } from './certificates';
import { clock } from './clock';
import { createDatagrams } from './datagrams';
import { random } from './random';
import { createConnector } from './sockets';

export interface ListenerPorts {
  readonly connector: Connector;
  readonly resolver: Resolver;
  readonly datagrams: DatagramExchange;
  readonly random: Random;
  readonly certificates: CertificateReader;
  readonly clock: Clock;
}

export function createListenerPorts(): ListenerPorts {
  return { connector: createConnector(), resolver: createResolver(), datagrams: createDatagrams(), random, certificates: createCertificateReader(), clock };
}
