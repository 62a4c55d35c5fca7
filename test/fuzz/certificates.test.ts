// Properties of certificates on small samples with a fixed seed; certificates.full.test.ts runs the same for longer.
import { certificateProperties } from './certificateProperties';

certificateProperties(1_000);
