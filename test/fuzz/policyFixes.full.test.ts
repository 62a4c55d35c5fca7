// The properties of policyFixes.test.ts on many more samples. The seed is printed; RDP_DIAGNOSTICS_SEED repeats a run or tries another.
import { policyFixProperties } from './policyFixProperties';

const given = Number(process.env['RDP_DIAGNOSTICS_SEED']);
policyFixProperties(20_000, Number.isSafeInteger(given) && given > 0 ? given : undefined);
