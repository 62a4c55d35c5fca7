// Properties of the language features, on small samples with a fixed seed; language.full.test.ts runs the same ones for longer.
import { languageProperties } from './languageProperties';

languageProperties(400);
