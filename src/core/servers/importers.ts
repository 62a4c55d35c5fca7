// The importers as one part: loaded together, on first use.

export { readHostList } from './hostList';
export { importList } from './importList';
export { importRdg } from './importRdg';
export { importRdp } from './importRdp';
