// The comparison of polLikeSamba.test.ts over 10,000 files. The seed is printed, so a failure can be repeated with RDP_DIAGNOSTICS_SEED.
import { polLikeSamba } from './polLikeSamba';

const given = Number(process.env['RDP_DIAGNOSTICS_SEED']);
polLikeSamba(10_000, Number.isSafeInteger(given) && given > 0 ? given : 20_260_723);
