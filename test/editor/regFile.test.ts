import { testRegFile } from '../hosts/regFile';

testRegFile();
