// The properties of certificates.test.ts on many more samples. The seed is printed; RDP_DIAGNOSTICS_SEED repeats a run or tries another.
import { certificateProperties } from './certificateProperties';

const given = Number(process.env['RDP_DIAGNOSTICS_SEED']);
certificateProperties(5_000, Number.isSafeInteger(given) && given > 0 ? given : undefined);
