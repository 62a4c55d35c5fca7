// The properties of language.test.ts, many more samples.
import { languageProperties } from './languageProperties';

languageProperties(20_000);
