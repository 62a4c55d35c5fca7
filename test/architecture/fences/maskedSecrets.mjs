// Lint rule: a box that asks for a secret is masked. A function named after a secret asks with `password: true` written in the call,
// where nothing spread over it can change that, or sets it on the box it makes, whatever happens; and nobody sets `password` to anything
// but true.

const SECRET = /secret|password|passphrase/i;
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function nameOf(func) {
  if (func.id) return func.id.name;
  const { parent } = func;
  if (parent.type === 'VariableDeclarator') return parent.id.name ?? '';
  if (parent.type === 'Property' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') return parent.key.name ?? '';
  return '';
}

function asksForSecret(node) {
  for (let at = node.parent; at; at = at.parent) if (FUNCTIONS.has(at.type) && SECRET.test(nameOf(at))) return true;
  return false;
}

function enclosing(node) {
  for (let at = node.parent; at; at = at.parent) if (FUNCTIONS.has(at.type)) return at;
  return undefined;
}

const setsPassword = ({ type, expression }) =>
  type === 'ExpressionStatement' && expression.type === 'AssignmentExpression' && expression.left.property?.name === 'password' && isTrue(expression.right);

/** A statement of the function itself: one inside of a condition may not happen. */
const masksItsBox = (func) => func?.body.type === 'BlockStatement' && func.body.body.some(setsPassword);

const isTrue = (value) => value.type === 'Literal' && value.value === true;
const isPassword = (property) => property.type === 'Property' && property.key.name === 'password';

function isMasked(options) {
  if (options?.type !== 'ObjectExpression') return false;
  if (options.properties.some((property) => property.type === 'SpreadElement')) return false;
  return options.properties.some((property) => isPassword(property) && isTrue(property.value));
}

export const maskedSecrets = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      inClear: 'A secret is asked for with password: true, written in the call.',
      unmasked: 'A masked box stays masked.',
    },
  },
  create(context) {
    return {
      'CallExpression[callee.property.name="showInputBox"]'(node) {
        if (asksForSecret(node) && !isMasked(node.arguments[0])) context.report({ node, messageId: 'inClear' });
      },
      'CallExpression[callee.property.name="createInputBox"]'(node) {
        if (asksForSecret(node) && !masksItsBox(enclosing(node))) context.report({ node, messageId: 'inClear' });
      },
      'ObjectExpression > Property[key.name="password"]'(node) {
        if (!isTrue(node.value)) context.report({ node, messageId: 'unmasked' });
      },
      'AssignmentExpression[left.property.name="password"]'(node) {
        if (!isTrue(node.right)) context.report({ node, messageId: 'unmasked' });
      },
    };
  },
};
