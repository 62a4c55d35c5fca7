// Properties of security templates, on small samples with a fixed seed; template.full.test.ts runs the same ones for longer.
import { templateProperties } from './templateProperties';

templateProperties(300);
