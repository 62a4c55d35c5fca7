import { testSnapshots } from '../hosts/snapshots';

testSnapshots();
