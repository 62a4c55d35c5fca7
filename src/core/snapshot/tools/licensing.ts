// The licensing section of the fallback: what is set stands in the registry. What works (grace period, whether a licence server answers)
// is known to WMI alone.

import type { LicensingSeen } from '../licensingSeen';
import type { SectionGap } from '../snapshot';
import { textIn } from './codePage';
import { gap, notAvailable, type Reading } from './reading';
import { policies, services, terminalServer } from './registryQuestions';
import { numberOf, type RegistryView } from './registryView';

export function licensingByTools(view: RegistryView, codePage: number | undefined): Reading<LicensingSeen> {
  if (view.value(terminalServer, 'fDenyTSConnections') === undefined) return notAvailable(`reg query printed no value of ${terminalServer}`);
  const unseen: SectionGap[] = [
    gap('graceDays', 'notAvailable', 'no program of Windows tells it'),
    gap('certificateValues', 'notAsked', 'reg query would print key material of licensing'),
    gap('licenceServer', 'notAvailable', 'no program of Windows tells it'),
  ];
  const byPolicy = numberOf(view.value(policies, 'LicensingMode'));
  const mode = byPolicy ?? numberOf(view.value(`${terminalServer}\\RCM\\Licensing Core`, 'LicensingMode')) ?? null;
  if (mode === null) unseen.push(gap('mode', 'notAvailable', 'reg query printed no LicensingMode'));
  const fromPolicy = view.value(policies, 'LicenseServers');
  const own = view.value(`${services}\\TermService\\Parameters\\LicenseServers`, 'SpecifiedLicenseServers');
  const list = fromPolicy ?? own;
  const text = list === undefined ? '' : list.goesOn ? undefined : textIn(list.text, codePage);
  if (text === undefined) unseen.push(gap('servers', 'notAvailable', 'the printed text does not tell the names'));
  const names = (text ?? '').split(fromPolicy === undefined ? '\\0' : ',').map((name) => name.trim()).filter((name) => name !== '');
  if (names.length > 0) unseen.push(gap('servers.status', 'notAvailable', 'no program of Windows tells it'));
  return {
    data: {
      mode, modeSource: byPolicy === undefined ? 0 : 1, servers: names.map((name) => ({ name, status: null })), graceDays: null, graceCode: null,
      certificateValues: [], licenceServer: null,
    },
    unseen,
  };
}
