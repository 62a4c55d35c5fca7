// `npm run package`: a production build and the package made from it.
import { build } from './build.mjs';
import { makePackage } from './makePackage.mjs';
import { ensureDependencies } from './setup.mjs';

await ensureDependencies();
console.log(await build());
console.log(await makePackage());
