// Standard error of PowerShell, for people.
import { equal, ok } from 'node:assert/strict';
import { firstWords, isPowerShells, readableComplaints } from '../../../src/core/shell/complaints';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const objects = (inside: string): string => `#< CLIXML\r\n<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${inside}</Objs>`;

describe('complaints', () => {
  it('are taken out of CLIXML, and what other programs wrote is kept', () => {
    const progress = '<Obj S="progress" RefId="0"><MS><PR N="Record"><AV>Preparing modules</AV></PR></MS></Obj>';
    const error = '<S S="Error">get-x : not &lt;found&gt;_x000D__x000A_</S><S S="Error">At line:1 &amp; char:1_x000D__x000A_</S>';
    const information = '<Obj S="information" RefId="1"><TN RefId="1"><T>System.Management.Automation.InformationRecord</T></TN><ToString>shown</ToString></Obj>';
    equal(
      readableComplaints(bytes(`native\n${objects(progress + error + information)}after`)),
      'native\n\nget-x : not <found>\nAt line:1 & char:1\nshown\nafter',
    );
    equal(readableComplaints(bytes(objects(progress))), '');
    equal(readableComplaints(new Uint8Array()), '');
    ok(isPowerShells(bytes(objects(''))));
    ok(!isPowerShells(bytes('bash: powershell: command not found')));
  });

  it('cut in the middle count as far as they go', () => {
    equal(readableComplaints(bytes('#< CLIXML\r\n<Objs Version="1.1.0.1"><S S="Error">one_x000A_</S><S S="Er')), 'one');
  });

  it('carry nothing that steers a terminal or turns text round', () => {
    equal(readableComplaints(bytes(objects('<S S="Error">_x001B_[31;1mred_x001B_[0m\u202egnp_x0007_</S>'))), 'redgnp');
    equal(readableComplaints(bytes('\u001b]0;title\u0007plain\u009b1m')), ']0;titleplain1m');
  });

  it('that are endless are cut short, in time', () => {
    ok(readableComplaints(bytes(`#< CLIXML<Objs>${'<Obj S="information"'.repeat(200_000)}`)).length <= 4000);
    equal(firstWords(`a\r\n  b ${'c'.repeat(400)}`).length, 301);
  });
});
