// Properties of the .reg reader, on small samples with a fixed seed; reg.full.test.ts runs the same ones for longer.
import { regProperties } from './regProperties';

regProperties(400);
