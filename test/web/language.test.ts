import { testLanguage } from '../hosts/language';

testLanguage();
