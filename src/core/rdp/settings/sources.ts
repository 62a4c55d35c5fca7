// Where facts of many rows were read.

export const EXPORT = 'registry export';
export const EXPORTS = 'registry exports';
export const ADMX_AND_EXPORT = 'TerminalServer.admx 2025; registry export';
export const SIGMA = 'Sigma rules';
export const WINDOWS_10_SERVICE = 'service defaults of Windows 10';
