// What needs to know servers as well as files: a part of its own, loaded when one of these is asked for, so that `lint` starts at once.

export { checkCommand } from './checkCommand';
export { collectorCommand } from './collectorCommand';
export { diagnoseCommand } from './diagnoseCommand';
export { diffCommand } from './diffCommand';
export { explainCommand } from './explainCommand';
export { lintSnapshot } from './lintSnapshot';
export { redactCommand } from './redactCommand';
