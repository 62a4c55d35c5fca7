// Lint rule: what must be disposed is not dropped. A call that answers with something disposable and stands alone as a statement
// has lost the only handle to end what it began (a listener, a provider, a watcher). Needs types: names alone would miss events.

// A collection answers with what it was given: dropping that answer drops nothing.
const KEEPERS = /^(?:add|keep|own|push|track|set)/;

function unwrap(expression) {
  if (expression.type === 'UnaryExpression' && expression.operator === 'void') return unwrap(expression.argument);
  if (expression.type === 'ChainExpression') return unwrap(expression.expression);
  if (expression.type === 'AwaitExpression') return unwrap(expression.argument);
  return expression;
}

function calledName(callee) {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
}

export const droppedDisposable = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { dropped: 'The answer of this call has to be disposed: keep it.' },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const checker = services.program.getTypeChecker();
    const isDisposable = (type) => {
      const awaited = checker.getAwaitedType(type) ?? type;
      return checker.getNonNullableType(awaited).getProperty('dispose') !== undefined;
    };
    return {
      ExpressionStatement(node) {
        const call = unwrap(node.expression);
        if (call.type !== 'CallExpression') return;
        if (KEEPERS.test(calledName(call.callee))) return;
        if (isDisposable(services.getTypeAtLocation(call))) context.report({ node: call, messageId: 'dropped' });
      },
    };
  },
};
