// 300 generated files beside Samba; polLikeSamba.full.test.ts takes 10,000.
import { polLikeSamba } from './polLikeSamba';

polLikeSamba(300, 20_260_722);
