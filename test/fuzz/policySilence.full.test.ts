// The properties of policySilence.test.ts on many more samples. The seed is printed; RDP_DIAGNOSTICS_SEED repeats a run or tries another.
import { policySilenceProperties } from './policySilenceProperties';

const given = Number(process.env['RDP_DIAGNOSTICS_SEED']);
policySilenceProperties(10_000, Number.isSafeInteger(given) && given > 0 ? given : undefined);
