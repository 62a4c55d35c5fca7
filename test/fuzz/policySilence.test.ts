// Properties of comments that ask for silence, on small samples with a fixed seed; policySilence.full.test.ts runs the same ones for longer.
import { policySilenceProperties } from './policySilenceProperties';

policySilenceProperties(120);
