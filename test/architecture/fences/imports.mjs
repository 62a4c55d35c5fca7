// Lint rule: a file in src loads only what its room may see, whatever form the loading takes: static, re-exported, type-only,
// dynamic, `import('x').T` in a type, `require`, `import x = require()`. Works on resolved paths, so `../../node/x` is no detour.

import { isBuiltin } from 'node:module';
import path from 'node:path';
import { isRuleFile, isRuleTable, rightsOf, roomOf, ruleTable, soleImporters } from './rooms.mjs';

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function judgeRelative(file, target, rights) {
  // The version a door tells its host is the manifest's.
  if (target === 'package.json' && roomOf(file) === 'door') return undefined;
  const room = roomOf(target);
  if (!rights.sees.includes(room)) return { messageId: 'room', data: { room: room ?? 'anything outside src' } };
  return isRuleFile(target) && !isRuleTable(file) ? { messageId: 'ruleFile', data: { ruleTable } } : undefined;
}

function judgePackage(file, specifier, rights) {
  const builtin = isBuiltin(specifier);
  const name = builtin ? specifier.replace(/^node:/, '').split('/')[0] : packageOf(specifier);
  const importers = soleImporters[name];
  if (importers !== undefined && !importers.includes(file)) return { messageId: 'sole', data: { name, importers: importers.join(', ') || 'nobody' } };
  if (builtin) return rights.builtins ? undefined : { messageId: 'builtin', data: { name } };
  return rights.packages.includes(name) ? undefined : { messageId: 'package', data: { name } };
}

export const imports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      room: 'This room does not see {{room}}.',
      ruleFile: 'Rule files are loaded by {{ruleTable}} only.',
      sole: '{{name}} is loaded by {{importers}} only.',
      builtin: 'This room has no Node: {{name}}.',
      package: 'The package {{name}} is not on the list of this room.',
      computed: 'What is loaded must be written out, so that a machine can check it.',
    },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).replaceAll('\\', '/');
    const rights = rightsOf(file);
    if (rights === undefined) return {};

    const judge = (node, source) => {
      if (source === null || source === undefined) return;
      if (source.type !== 'Literal' || typeof source.value !== 'string') {
        context.report({ node, messageId: 'computed' });
        return;
      }
      const specifier = source.value;
      const verdict = specifier.startsWith('.')
        ? judgeRelative(file, path.posix.join(path.posix.dirname(file), specifier), rights)
        : judgePackage(file, specifier, rights);
      if (verdict !== undefined) context.report({ node, ...verdict });
    };
    return {
      ImportDeclaration: (node) => judge(node, node.source),
      ExportNamedDeclaration: (node) => judge(node, node.source),
      ExportAllDeclaration: (node) => judge(node, node.source),
      ImportExpression: (node) => judge(node, node.source),
      TSImportType: (node) => judge(node, node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => judge(node, node.expression),
      'CallExpression[callee.name="require"]': (node) => judge(node, node.arguments[0]),
    };
  },
};
